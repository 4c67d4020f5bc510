// Written by "npm run generate" from docs/openapi.json.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        phone?: string | null;
                        email?: string | null;
                        mcube_virtual_number?: string | null;
                        /** @enum {string} */
                        theme?: "system" | "light" | "dark";
                        /** @enum {string} */
                        density?: "comfortable" | "compact";
                        /**
                         * @description The language of the application.
                         * @enum {string}
                         */
                        lang?: "en" | "hi";
                        /** @description Whether a ringing call pops up. */
                        popup?: boolean;
                        /** @description Whether it rings aloud. */
                        sound?: boolean;
                        /** @description Whether missed calls are pushed to devices that asked for it. */
                        push_missed_calls?: boolean;
                        password?: string;
                        current_password?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, name, user_id, create_date, expiration_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    name?: string;
                    user_id?: number;
                    login?: string;
                    create_date?: string;
                    expiration_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ApiKey"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        user_id?: number;
                        /**
                         * Format: date-time
                         * @description Without one the key does not expire.
                         */
                        expiration_date?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewApiKey"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKey"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoked. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, call_id, lead_id, user_id, team_id, phone_number, virtual_number, agent_phone, agent_name, agent_email, group_name, caller_name, ref_id, recording_url, has_recording, call_date, end_date, duration, ring_seconds, duration_raw, direction, status, disconnected_by, outcome, family, timed_out, lead_rule, user_rule, create_date, write_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    call_id?: string;
                    lead_id?: number;
                    lead_name?: string;
                    user_id?: number;
                    user_name?: string;
                    team_id?: number;
                    /** @description In any spelling. */
                    phone_number?: string;
                    virtual_number?: string;
                    /** @description In any spelling. */
                    virtual_number_like?: string;
                    agent_phone?: string;
                    agent_name?: string;
                    agent_user_name?: string;
                    agent_email?: string;
                    /** @description In any spelling. */
                    agent_like?: string;
                    group_name?: string;
                    caller_name?: string;
                    ref_id?: string;
                    recording_url?: string;
                    has_recording?: boolean;
                    recording_reason?: string;
                    recording_seconds?: number;
                    recording_state?: string;
                    call_date?: string;
                    end_date?: string;
                    duration?: number;
                    ring_seconds?: number;
                    duration_raw?: string;
                    direction?: string;
                    status?: string;
                    disconnected_by?: string;
                    outcome?: string;
                    family?: string;
                    tag_ids?: number;
                    tag_names?: string;
                    timed_out?: boolean;
                    lead_candidates?: number;
                    lead_rule?: string;
                    user_rule?: string;
                    create_date?: string;
                    write_date?: string;
                    call_hour?: number;
                    call_weekday?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CallRecord"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-records/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    limit?: number;
                    page?: number;
                    /** @description What the rows of a group have in common. */
                    by: "lead_id" | "user_id" | "team_id" | "agent_name" | "virtual_number" | "outcome" | "status" | "direction" | "tag_ids" | "day";
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    call_id?: string;
                    lead_id?: number;
                    lead_name?: string;
                    user_id?: number;
                    user_name?: string;
                    team_id?: number;
                    /** @description In any spelling. */
                    phone_number?: string;
                    virtual_number?: string;
                    /** @description In any spelling. */
                    virtual_number_like?: string;
                    agent_phone?: string;
                    agent_name?: string;
                    agent_user_name?: string;
                    agent_email?: string;
                    /** @description In any spelling. */
                    agent_like?: string;
                    group_name?: string;
                    caller_name?: string;
                    ref_id?: string;
                    recording_url?: string;
                    has_recording?: boolean;
                    recording_reason?: string;
                    recording_seconds?: number;
                    recording_state?: string;
                    call_date?: string;
                    end_date?: string;
                    duration?: number;
                    ring_seconds?: number;
                    duration_raw?: string;
                    direction?: string;
                    status?: string;
                    disconnected_by?: string;
                    outcome?: string;
                    family?: string;
                    tag_ids?: number;
                    tag_names?: string;
                    timed_out?: boolean;
                    lead_candidates?: number;
                    lead_rule?: string;
                    user_rule?: string;
                    create_date?: string;
                    write_date?: string;
                    call_hour?: number;
                    call_weekday?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RecordGroup"][];
                            total: number;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CallRecord"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lead_id?: number | null;
                        user_id?: number | null;
                        tag_ids?: number[];
                        /** @description Whether lead_id gets the next calls of this number too. Unless said: when several open leads have it. */
                        remember_for_number?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CallRecord"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/call-records/{id}/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, call_id, lead_id, user_id, team_id, phone_number, virtual_number, agent_phone, agent_name, agent_email, group_name, caller_name, ref_id, recording_url, has_recording, call_date, end_date, duration, ring_seconds, duration_raw, direction, status, disconnected_by, outcome, family, timed_out, lead_rule, user_rule, create_date, write_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    call_id?: string;
                    lead_id?: number;
                    lead_name?: string;
                    user_id?: number;
                    user_name?: string;
                    team_id?: number;
                    /** @description In any spelling. */
                    phone_number?: string;
                    virtual_number?: string;
                    /** @description In any spelling. */
                    virtual_number_like?: string;
                    agent_phone?: string;
                    agent_name?: string;
                    agent_user_name?: string;
                    agent_email?: string;
                    /** @description In any spelling. */
                    agent_like?: string;
                    group_name?: string;
                    caller_name?: string;
                    ref_id?: string;
                    recording_url?: string;
                    has_recording?: boolean;
                    recording_reason?: string;
                    recording_seconds?: number;
                    recording_state?: string;
                    call_date?: string;
                    end_date?: string;
                    duration?: number;
                    ring_seconds?: number;
                    duration_raw?: string;
                    direction?: string;
                    status?: string;
                    disconnected_by?: string;
                    outcome?: string;
                    family?: string;
                    tag_ids?: number;
                    tag_names?: string;
                    timed_out?: boolean;
                    lead_candidates?: number;
                    lead_rule?: string;
                    user_rule?: string;
                    create_date?: string;
                    write_date?: string;
                    call_hour?: number;
                    call_weekday?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            previous: number | null;
                            next: number | null;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-records/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CallEvent"][];
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-records/{id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Anything: as a file to be saved. */
                    download?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The sound itself; with a Range header that part of it, as 206. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/*": string;
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-records/{id}/recording/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CallRecord"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-records/{id}/listens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Listen"][];
                            total: number;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/call-records/{id}/share-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ShareLink"][];
                            total: number;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 168 */
                        expires_in_hours?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShareLink"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/share-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoked. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SharedCall"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shared/{token}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Anything: as a file to be saved. */
                    download?: string;
                };
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The sound itself; with a Range header that part of it, as 206. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/*": string;
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, name, contact_name, phone, phone_sanitized, email, description, type, user_id, team_id, stage_id, source_id, active, is_open, won_date, odoo_id, merged_into_id, next_follow_up_at, next_follow_up_note, call_count, last_call_date, create_date, write_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    name?: string;
                    contact_name?: string;
                    /** @description In any spelling. */
                    phone?: string;
                    phone_sanitized?: string;
                    /** @description In any spelling. */
                    phone_numbers?: string;
                    email?: string;
                    description?: string;
                    type?: string;
                    user_id?: number;
                    user_name?: string;
                    team_id?: number;
                    team_name?: string;
                    stage_id?: number;
                    stage_name?: string;
                    source_id?: number;
                    source_name?: string;
                    active?: boolean;
                    is_open?: boolean;
                    won_date?: string;
                    odoo_id?: number;
                    merged_into_id?: number;
                    next_follow_up_at?: string;
                    next_follow_up_note?: string;
                    tag_ids?: number;
                    tag_names?: string;
                    call_record_ids?: number;
                    call_count?: number;
                    last_call_date?: string;
                    last_call_outcome?: string;
                    create_date?: string;
                    write_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Lead"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        contact_name?: string | null;
                        phone?: string | null;
                        email?: string | null;
                        description?: string | null;
                        /** @enum {string} */
                        type?: "lead" | "opportunity";
                        user_id?: number | null;
                        team_id?: number | null;
                        stage_id?: number;
                        active?: boolean;
                        /** Format: date-time */
                        next_follow_up_at?: string | null;
                        next_follow_up_note?: string | null;
                        tag_ids?: number[];
                        /** @description Though an open lead has the number already. */
                        allow_duplicate?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lead"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    limit?: number;
                    page?: number;
                    /** @description What the rows of a group have in common. */
                    by: "stage_id" | "user_id" | "team_id" | "source_id" | "type";
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    name?: string;
                    contact_name?: string;
                    /** @description In any spelling. */
                    phone?: string;
                    phone_sanitized?: string;
                    /** @description In any spelling. */
                    phone_numbers?: string;
                    email?: string;
                    description?: string;
                    type?: string;
                    user_id?: number;
                    user_name?: string;
                    team_id?: number;
                    team_name?: string;
                    stage_id?: number;
                    stage_name?: string;
                    source_id?: number;
                    source_name?: string;
                    active?: boolean;
                    is_open?: boolean;
                    won_date?: string;
                    odoo_id?: number;
                    merged_into_id?: number;
                    next_follow_up_at?: string;
                    next_follow_up_note?: string;
                    tag_ids?: number;
                    tag_names?: string;
                    call_record_ids?: number;
                    call_count?: number;
                    last_call_date?: string;
                    last_call_outcome?: string;
                    create_date?: string;
                    write_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RecordGroup"][];
                            total: number;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lead"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        contact_name?: string | null;
                        phone?: string | null;
                        email?: string | null;
                        description?: string | null;
                        /** @enum {string} */
                        type?: "lead" | "opportunity";
                        user_id?: number | null;
                        team_id?: number | null;
                        stage_id?: number;
                        active?: boolean;
                        /** Format: date-time */
                        next_follow_up_at?: string | null;
                        next_follow_up_note?: string | null;
                        tag_ids?: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lead"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/leads/{id}/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, name, contact_name, phone, phone_sanitized, email, description, type, user_id, team_id, stage_id, source_id, active, is_open, won_date, odoo_id, merged_into_id, next_follow_up_at, next_follow_up_note, call_count, last_call_date, create_date, write_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    name?: string;
                    contact_name?: string;
                    /** @description In any spelling. */
                    phone?: string;
                    phone_sanitized?: string;
                    /** @description In any spelling. */
                    phone_numbers?: string;
                    email?: string;
                    description?: string;
                    type?: string;
                    user_id?: number;
                    user_name?: string;
                    team_id?: number;
                    team_name?: string;
                    stage_id?: number;
                    stage_name?: string;
                    source_id?: number;
                    source_name?: string;
                    active?: boolean;
                    is_open?: boolean;
                    won_date?: string;
                    odoo_id?: number;
                    merged_into_id?: number;
                    next_follow_up_at?: string;
                    next_follow_up_note?: string;
                    tag_ids?: number;
                    tag_names?: string;
                    call_record_ids?: number;
                    call_count?: number;
                    last_call_date?: string;
                    last_call_outcome?: string;
                    create_date?: string;
                    write_date?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            previous: number | null;
                            next: number | null;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Lead"][];
                            total: number;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lead-merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, lead_id, user_id, create_date, undone_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    lead_id?: number;
                    lead_name?: string;
                    merged_ids?: number;
                    merged_names?: string;
                    user_id?: number;
                    user_name?: string;
                    create_date?: string;
                    undone_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["LeadMerge"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lead-merges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadMerge"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The leads that go into this one. */
                        lead_ids: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lead: components["schemas"]["Lead"];
                            merge_id: number;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lead-merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The leads that are back. */
                            lead_ids: number[];
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missed-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, lead_id, phone_number, phone_sanitized, tries, first_missed_date, last_missed_date, due_date, reason, user_id, team_id, snoozed_until, closed_date, closed_rule, closed_user_id, closed_call_record_id, last_call_record_id, create_date, write_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    lead_id?: number;
                    lead_name?: string;
                    /** @description In any spelling. */
                    phone_number?: string;
                    phone_sanitized?: string;
                    tries?: number;
                    virtual_numbers?: string;
                    /** @description In any spelling. */
                    virtual_number_like?: string;
                    first_missed_date?: string;
                    last_missed_date?: string;
                    due_date?: string;
                    reason?: string;
                    user_id?: number;
                    user_name?: string;
                    team_id?: number;
                    state?: string;
                    promise?: string;
                    snoozed_until?: string;
                    closed_date?: string;
                    closed_rule?: string;
                    closed_user_id?: number;
                    closed_user_name?: string;
                    closed_call_record_id?: number;
                    last_call_record_id?: number;
                    create_date?: string;
                    write_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["MissedCall"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missed-calls/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    limit?: number;
                    page?: number;
                    /** @description What the rows of a group have in common. */
                    by: "user_id" | "virtual_numbers" | "state" | "promise";
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    lead_id?: number;
                    lead_name?: string;
                    /** @description In any spelling. */
                    phone_number?: string;
                    phone_sanitized?: string;
                    tries?: number;
                    virtual_numbers?: string;
                    /** @description In any spelling. */
                    virtual_number_like?: string;
                    first_missed_date?: string;
                    last_missed_date?: string;
                    due_date?: string;
                    reason?: string;
                    user_id?: number;
                    user_name?: string;
                    team_id?: number;
                    state?: string;
                    promise?: string;
                    snoozed_until?: string;
                    closed_date?: string;
                    closed_rule?: string;
                    closed_user_id?: number;
                    closed_user_name?: string;
                    closed_call_record_id?: number;
                    last_call_record_id?: number;
                    create_date?: string;
                    write_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RecordGroup"][];
                            total: number;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missed-calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MissedCall"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missed-calls/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MissedCall"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missed-calls/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        user_id: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MissedCall"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missed-calls/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Until when.
                         */
                        until: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MissedCall"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missed-calls/{id}/not-needed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MissedCall"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/missed-calls/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MissedCall"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["MyCall"][];
                            total: number;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    endpoint?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            public_key: string;
                            /** @description Whether the browser of that endpoint is told what concerns you. */
                            is_subscribed: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        endpoint: string;
                        keys: {
                            p256dh: string;
                            auth: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        endpoint: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, lead_id, call_record_id, user_id, body, create_date, write_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    lead_id?: number;
                    call_record_id?: number;
                    user_id?: number;
                    user_name?: string;
                    body?: string;
                    create_date?: string;
                    write_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Note"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body: string;
                        lead_id?: number;
                        call_record_id?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Note"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Note"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Note"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, name, color; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    name?: string;
                    color?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Tag"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        color?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tag"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tag"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        color?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tag"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, login, name, email, phone, mcube_virtual_number, team_id, active, odoo_id, create_date, write_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    login?: string;
                    name?: string;
                    email?: string;
                    /** @description In any spelling. */
                    phone?: string;
                    /** @description In any spelling. */
                    mcube_virtual_number?: string;
                    groups?: string;
                    team_id?: number;
                    team_name?: string;
                    active?: boolean;
                    odoo_id?: number;
                    create_date?: string;
                    write_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["User"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        name: string;
                        password?: string;
                        /** @description What the user may do is what any of these groups may. */
                        groups?: ("base.group_system" | "base.group_user" | "base.group_portal" | "base.group_public")[];
                        mcube_virtual_number?: string | null;
                        phone?: string | null;
                        email?: string | null;
                        team_id?: number | null;
                        active?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login?: string;
                        name?: string;
                        password?: string;
                        /** @description What the user may do is what any of these groups may. */
                        groups?: ("base.group_system" | "base.group_user" | "base.group_portal" | "base.group_public")[];
                        mcube_virtual_number?: string | null;
                        phone?: string | null;
                        email?: string | null;
                        team_id?: number | null;
                        active?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, name, active, odoo_id, create_date, write_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    name?: string;
                    active?: boolean;
                    member_ids?: number;
                    odoo_id?: number;
                    create_date?: string;
                    write_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Team"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        active?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        active?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, name, sequence, is_won, odoo_id; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    name?: string;
                    sequence?: number;
                    is_won?: boolean;
                    odoo_id?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Stage"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Stage"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    received_at?: string;
                    state?: string;
                    reason?: string;
                    attempts?: number;
                    next_attempt_at?: string;
                    call_id?: string;
                    call_record_id?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WebhookEvent"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEvent"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, name, resource, is_shared, is_default, user_id, create_date, write_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    name?: string;
                    resource?: string;
                    is_shared?: boolean;
                    is_default?: boolean;
                    user_id?: number;
                    user_name?: string;
                    create_date?: string;
                    write_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["SavedSearch"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /**
                         * @description What is searched, as it is named in the address.
                         * @enum {string}
                         */
                        resource: "call-records" | "leads" | "missed-calls" | "webhook-events" | "users";
                        /** @description Filter, sort, group and columns, as the client that keeps them reads them again; at most 10,000 bytes. */
                        query: {
                            [key: string]: unknown;
                        };
                        /** @description Whether everybody sees it. */
                        is_shared?: boolean;
                        /** @description What its owner sees first; one a person and resource. */
                        is_default?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /**
                         * @description What is searched, as it is named in the address.
                         * @enum {string}
                         */
                        resource?: "call-records" | "leads" | "missed-calls" | "webhook-events" | "users";
                        /** @description Filter, sort, group and columns, as the client that keeps them reads them again; at most 10,000 bytes. */
                        query?: {
                            [key: string]: unknown;
                        };
                        /** @description Whether everybody sees it. */
                        is_shared?: boolean;
                        /** @description What its owner sees first; one a person and resource. */
                        is_default?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Setup"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup/check-webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookCheck"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/odoo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Odoo"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What people open Odoo with. */
                        url: string;
                        /** @description The name of its database. */
                        db: string;
                        /** @description Whose API key it is. */
                        login: string;
                        /** @description The API key; it is kept encrypted, and shown to nobody. */
                        key: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Odoo"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Odoo"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        paused: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Odoo"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/odoo/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Odoo"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/odoo-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    model?: string;
                    record_id?: number;
                    state?: string;
                    attempts?: number;
                    odoo_id?: number;
                    reason?: string;
                    waiting_date?: string;
                    delivered_date?: string;
                    lead_id?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["OdooDelivery"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/odoo-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OdooDelivery"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/odoo-deliveries/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids?: number[];
                        /** @enum {string} */
                        state?: "failed";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description How many are due again. */
                            deliveries: number;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description First day, YYYY-MM-DD. */
                    from: string;
                    /** @description Last day, YYYY-MM-DD. */
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Dashboard"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description A stream of server-sent events. Each message is `{"model": …, "ids": […]}`: these records were created, changed
         *     or deleted; read them to see how. `Last-Event-ID` (or `last_event_id`) resumes behind the last one received. An event
         *     `reset` says that too much was missed: load everything anew. An event `beat`, every 15 seconds, says that the connection lives.
         */
        get: {
            parameters: {
                query?: {
                    last_event_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events, until either side ends it. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Only say what would happen. */
                        dry_run?: boolean;
                        ids?: number[];
                        /** @enum {string} */
                        state?: "failed" | "ignored" | "processed";
                        call_id?: string;
                        /** Format: date-time */
                        received_from?: string;
                        /** Format: date-time */
                        received_to?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Replay"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Only say what would happen. */
                        dry_run?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Replay"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/odoo/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description So many days, today among them; 7 unless said, 99 at most. */
                    days?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: {
                                /** @description A day of the office, as 2026-09-21; the newest first. */
                                day: string;
                                /** @description Calls that MCUBE told of. */
                                received: number;
                                /** @description Calls that are recorded here, by when they began. */
                                recorded: number;
                                /** @description Calls that Odoo says it has; null when it cannot be asked. */
                                in_odoo: number | null;
                                /** @description Why the figures differ; empty when they do not. */
                                gaps: {
                                    /** @enum {string} */
                                    kind: "inbox" | "failed" | "deleted" | "undelivered" | "refused" | "missing" | "foreign";
                                    /** @description So many calls. */
                                    count: number;
                                    message: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/odoo/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description How far back calls are compared; 7 unless said. */
                        days?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            leads: {
                                /** @description Leads of Odoo that were not known here. */
                                made: number;
                                /** @description Leads that were changed in Odoo without our knowing. */
                                changed: number;
                            };
                            /** @description Null where Odoo has no place for calls. */
                            calls: {
                                compared: number;
                                /** @description Odoo did not have them: they are delivered again. */
                                missing: number;
                                /** @description Odoo had them otherwise: they are delivered again. */
                                different: number;
                            } | null;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/odoo-conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    page?: number;
                    /** @description Of id, model, record_id, odoo_id, field, here, in_odoo, decision, reason, create_date; - before a name for descending. */
                    sort?: string;
                    /** @description Search. */
                    q?: string;
                    id?: number;
                    model?: string;
                    record_id?: number;
                    record_name?: string;
                    odoo_id?: number;
                    field?: string;
                    here?: string;
                    in_odoo?: string;
                    decision?: string;
                    reason?: string;
                    create_date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["OdooConflict"][];
                            total: number;
                            /** @description Present, and true, when the total is not exact. */
                            total_is_estimate?: boolean;
                        };
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/odoo-conflicts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OdooConflict"];
                    };
                };
                /** @description What went wrong. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcube/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Where MCUBE posts calls, one event or a list of up to 1,000, in any of its formats. It speaks the words of
         *     the addon it replaces. 202 comes after the events are on disk; a list is stored whole or not at all. Refused: 400 for what
         *     cannot be a call, 401 for a wrong or missing token where one is set, 413 above 1 MiB, 503 with Retry-After while the database
         *     cannot commit. The token may also be a bearer, or the last part of the path.
         */
        post: {
            parameters: {
                query?: {
                    /** @description MCUBE_WEBHOOK_TOKEN, where one is set. */
                    token?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description An event of MCUBE, as it is. */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                    "application/x-www-form-urlencoded": {
                        [key: string]: unknown;
                    };
                    "multipart/form-data": {
                        [key: string]: unknown;
                    };
                    "text/plain": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Stored; it is processed at once. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "accepted";
                            message: string;
                            /** @description Of a list: how many events. */
                            accepted?: number;
                        };
                    };
                };
                /** @description Refused, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "error";
                            message: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            error: {
                code: string;
                message: string;
                /** @description The same by stable codes and values, for other languages; null where it has none. */
                sentences: {
                    code: string;
                    values: {
                        [key: string]: string;
                    };
                }[] | null;
                details?: {
                    /** @description With duplicate_lead: the open lead that has the number. */
                    lead_id: number;
                };
            };
        };
        UserPreferences: {
            /** @enum {string} */
            theme: "system" | "light" | "dark";
            /** @enum {string} */
            density: "comfortable" | "compact";
            /**
             * @description The language of the application.
             * @enum {string}
             */
            lang: "en" | "hi";
            /** @description Whether a ringing call pops up. */
            popup: boolean;
            /** @description Whether it rings aloud. */
            sound: boolean;
            /** @description Whether missed calls are pushed to devices that asked for it. */
            push_missed_calls: boolean;
        };
        Session: {
            user: components["schemas"]["User"];
            /** @description What the user may do is what any of these groups may. */
            groups: ("base.group_system" | "base.group_user" | "base.group_portal" | "base.group_public")[];
            /** @description The rights on each model. */
            access: {
                [key: string]: ("read" | "write" | "create" | "unlink")[];
            };
            preferences: components["schemas"]["UserPreferences"];
            /** @description For /api/events: from here on it tells of everything that may be newer than what is loaded after this answer. */
            last_event_id: string;
            settings: {
                /** @description The zone in which days begin and times are shown. */
                time_zone: string;
                /** @description Country of numbers written without a country code. */
                default_region: string;
                /** @description Working minutes in which a missed call is to be called back. */
                callback_target_minutes: number;
            };
        };
        ApiKey: {
            id: number;
            name: string;
            user_id: number;
            login: string;
            /** Format: date-time */
            create_date: string;
            /** Format: date-time */
            expiration_date: string | null;
        };
        NewApiKey: {
            id: number;
            /** @description The secret. It is shown here and never again. */
            key: string;
        };
        CallRecord: {
            id: number;
            /** @description MCUBE's id of the call. */
            call_id: string;
            /** @description The lead the call stands on. */
            lead_id: number | null;
            /** @description Its name. */
            lead_name: string | null;
            /** @description The customer's number; null when withheld. */
            phone_number: string | null;
            /** @description The number of ours that was called, or called from. */
            virtual_number: string | null;
            /** @description Where MCUBE keeps the recording; not told unless MCUBE_RECORDING_SCOPE is all. */
            recording_url: string | null;
            has_recording: boolean;
            /**
             * @description How our copy of the recording stands.
             * @enum {string}
             */
            recording_state: "none" | "fetching" | "ready" | "failed" | "expired";
            /** @description Why it is not there, or what is odd about it. */
            recording_reason: string | null;
            /** @description The same by stable codes and values, for other languages; null where it has none. */
            recording_reason_sentences: {
                code: string;
                values: {
                    [key: string]: string;
                };
            }[] | null;
            /** @description Its length, where the file tells it. */
            recording_seconds: number | null;
            /** @description Whether who asks hears its recording (MCUBE_RECORDING_SCOPE). */
            may_hear: boolean;
            /**
             * Format: date-time
             * @description When the call began.
             */
            call_date: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            end_date: string | null;
            /** @description Talk time in seconds, 0 unless answered. */
            duration: number;
            /** @description Of answered calls: how long it rang; null when unknown. */
            ring_seconds: number | null;
            /** @description The duration as MCUBE wrote it. */
            duration_raw: string | null;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @description MCUBE's own word. */
            status: string | null;
            /** @enum {string} */
            outcome: "answered" | "missed" | "busy" | "abandoned" | "voicemail" | "in_progress" | "failed";
            /** @description Who hung up. */
            disconnected_by: string | null;
            /** @description The agent as MCUBE names them. */
            agent_name: string | null;
            /** @description The name of the user whose phone or e-mail MCUBE gives; null where it is nobody we know. */
            agent_user_name: string | null;
            /** @description The phone that rang. */
            agent_phone: string | null;
            /** @description The agent's e-mail as MCUBE gave it. */
            agent_email: string | null;
            /** @description The MCUBE group. */
            group_name: string | null;
            /** @description The customer's name as MCUBE gave it. */
            caller_name: string | null;
            /** @description The reference that was given when dialling. */
            ref_id: string | null;
            /** @description The owner. */
            user_id: number | null;
            /** @description The owner's name. */
            user_name: string | null;
            /** @description The team. */
            team_id: number | null;
            /** @description Which MCUBE product sent the call. */
            family: string;
            /** @description Closed by the clock: its end never arrived. */
            timed_out: boolean;
            /** @description By name, as are tag_names. */
            tag_ids: number[];
            tag_names: string[];
            /** @description The other open leads that had the customer's number when the call found its lead. */
            lead_candidates: number[];
            /** @description Why it stands on this lead. */
            lead_rule: string;
            /** @description Which rule chose the owner. */
            user_rule: string;
            /** @description Every rule that was tried for the owner, and what it said. */
            assignment: {
                rule: string;
                /** @enum {string} */
                said: "chosen" | "nobody" | "not_given";
                user_id?: number;
                /** @description The users who matched, where several did. */
                among?: number[];
            }[];
            /** Format: date-time */
            create_date: string;
            /** Format: date-time */
            write_date: string;
        };
        RecordGroup: {
            /** @description What the rows have in common: the value to filter by. */
            value: string | number | null;
            /** @description The value as people know it; null where there is none. */
            label: string | null;
            count: number;
            /** @description Of calls: their talk time together. */
            talk_seconds?: number;
            /** @description Of calls: how many of them ended so. */
            answered?: number;
            /** @description Of calls: how many of them ended so. */
            missed?: number;
            /** @description Of calls: how many of them ended so. */
            busy?: number;
            /** @description Of calls: how many of them ended so. */
            abandoned?: number;
            /** @description Of calls: how many of them ended so. */
            voicemail?: number;
            /** @description Of calls: how many of them ended so. */
            in_progress?: number;
            /** @description Of calls: how many of them ended so. */
            failed?: number;
        };
        CallEvent: {
            id: number;
            /** Format: date-time */
            received_at: string;
            /** @enum {string|null} */
            direction: "inbound" | "outbound" | null;
            /** @description MCUBE's own word. */
            status: string | null;
            /**
             * @description How the call stands or ended, as far as this event alone tells.
             * @enum {string|null}
             */
            outcome: "answered" | "missed" | "busy" | "abandoned" | "voicemail" | "in_progress" | "failed" | null;
            agent_name: string | null;
            agent_phone: string | null;
            virtual_number: string | null;
            duration: number;
            has_recording: boolean;
            /** @description Whether it told of the end. */
            final: boolean;
            /** @enum {string} */
            state: "received" | "processed" | "ignored" | "failed";
            reason: string | null;
            /** @description The same by stable codes and values, for other languages; null where it has none. */
            reason_sentences: {
                code: string;
                values: {
                    [key: string]: string;
                };
            }[] | null;
        };
        Listen: {
            id: number;
            user_id: number | null;
            user_name: string | null;
            /** @description The link of somebody without an account. */
            share_link_id: number | null;
            /**
             * Format: date-time
             * @description When it was listened to from the beginning.
             */
            create_date: string;
        };
        ShareLink: {
            id: number;
            /** @description Whoever has it hears the call. */
            url: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            create_date: string;
            /** @description Who made it. */
            user_id: number;
            user_name: string;
            revoked: boolean;
        };
        SharedCall: {
            /** @description All but a few digits hidden; "withheld" for none. */
            phone_number: string;
            /** @description The number of ours that was called, or called from. */
            virtual_number: string | null;
            /**
             * Format: date-time
             * @description When the call began.
             */
            call_date: string;
            /** @description Talk time in seconds, 0 unless answered. */
            duration: number;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @enum {string} */
            outcome: "answered" | "missed" | "busy" | "abandoned" | "voicemail" | "in_progress" | "failed";
            /** @description The agent as MCUBE names them. */
            agent_name: string | null;
            /**
             * @description How our copy of the recording stands.
             * @enum {string}
             */
            recording_state: "none" | "fetching" | "ready" | "failed" | "expired";
            /** @description Its length, where the file tells it. */
            recording_seconds: number | null;
            /**
             * Format: date-time
             * @description Until when the link leads here.
             */
            expires_at: string;
        };
        Lead: {
            id: number;
            name: string;
            contact_name: string | null;
            /** @description As it was written. */
            phone: string | null;
            /** @description The same, normalised. */
            phone_sanitized: string | null;
            /** @description Every number that reaches this lead, normalised. */
            phone_numbers: string[];
            email: string | null;
            description: string | null;
            /** @enum {string} */
            type: "lead" | "opportunity";
            user_id: number | null;
            user_name: string | null;
            team_id: number | null;
            team_name: string | null;
            stage_id: number;
            stage_name: string;
            source_id: number | null;
            source_name: string | null;
            active: boolean;
            /** @description Active and not won: the next call of its numbers belongs to it. */
            is_open: boolean;
            /**
             * Format: date-time
             * @description When it entered a won stage.
             */
            won_date: string | null;
            odoo_id: number | null;
            /** @description The lead this one was merged into; it is archived. */
            merged_into_id: number | null;
            /** Format: date-time */
            next_follow_up_at: string | null;
            next_follow_up_note: string | null;
            /** @description By name, as are tag_names. */
            tag_ids: number[];
            tag_names: string[];
            last_note: {
                body: string;
                user_name: string;
                /** Format: date-time */
                create_date: string;
            } | null;
            /** @enum {string|null} */
            last_call_outcome: "answered" | "missed" | "busy" | "abandoned" | "voicemail" | "in_progress" | "failed" | null;
            /** @description Newest first, at most 1,000. */
            call_record_ids: number[];
            call_count: number;
            /** Format: date-time */
            last_call_date: string | null;
            /** Format: date-time */
            create_date: string;
            /** Format: date-time */
            write_date: string;
        };
        LeadMerge: {
            id: number;
            /** @description The lead that was kept. The filter also finds merges by a lead that was merged. */
            lead_id: number;
            lead_name: string;
            /** @description The leads that were merged into it. */
            merged_ids: number[];
            merged_names: string[];
            /** @description Who merged them. */
            user_id: number;
            user_name: string;
            /** Format: date-time */
            create_date: string;
            /** Format: date-time */
            undone_date: string | null;
        };
        MissedCall: {
            id: number;
            /** @description The person, with all numbers of the lead; null: the number alone. */
            lead_id: number | null;
            lead_name: string | null;
            stage_name: string | null;
            /** @description From which they tried last. */
            phone_number: string | null;
            phone_sanitized: string | null;
            tries: number;
            /** @description The numbers of ours that they tried. */
            virtual_numbers: string[];
            /** Format: date-time */
            first_missed_date: string;
            /** Format: date-time */
            last_missed_date: string;
            last_call_record_id: number;
            /**
             * @description Of the last try. abandoned: hung up within 15 seconds.
             * @enum {string}
             */
            reason: "nobody_answered" | "busy" | "abandoned" | "voicemail" | "failed" | "after_hours";
            /** @description Who took it, else whose the last try was. */
            user_id: number | null;
            user_name: string | null;
            team_id: number | null;
            /** @enum {string} */
            state: "open" | "snoozed" | "closed";
            /** Format: date-time */
            snoozed_until: string | null;
            /** @description Working time from the first try until the closing, or until now. */
            waiting_seconds: number;
            /**
             * Format: date-time
             * @description Until when they are to be called back, in working time.
             */
            due_date: string;
            /** Format: date-time */
            closed_date: string | null;
            /** @enum {string|null} */
            closed_rule: "connected" | "not_needed" | null;
            closed_call_record_id: number | null;
            /** @description Who kept the promise, or said that there is none to keep. */
            closed_user_id: number | null;
            closed_user_name: string | null;
            closed_reason: string | null;
            /** Format: date-time */
            create_date: string;
            /** Format: date-time */
            write_date: string;
        };
        MyCall: {
            call_record: components["schemas"]["CallRecord"];
            /** @enum {string} */
            state: "ringing" | "talking" | "ended";
            lead: {
                id: number;
                name: string;
                contact_name: string | null;
                phone: string | null;
                stage_id: number;
                stage_name: string;
                user_id: number | null;
                user_name: string | null;
                call_count: number;
                /** Format: date-time */
                next_follow_up_at: string | null;
                /** @description This call opened the lead, and is its only one. */
                is_new: boolean;
                /** @description Nobody has said yet who it is: the lead is called after its first call. */
                is_unnamed: boolean;
            } | null;
            /** @description The other open leads with the caller's number. */
            candidates: {
                id: number;
                name: string;
                stage_name: string;
                user_name: string | null;
            }[];
            last_note: {
                body: string;
                user_name: string;
                /** Format: date-time */
                create_date: string;
            } | null;
            /** @enum {string|null} */
            last_outcome: "answered" | "missed" | "busy" | "abandoned" | "voicemail" | "in_progress" | "failed" | null;
        };
        Note: {
            id: number;
            body: string;
            /** @description The lead it stands on; of a note on a call, the lead of the call. */
            lead_id: number | null;
            /** @description The call it was written about. */
            call_record_id: number | null;
            /** @description Who wrote it. */
            user_id: number;
            user_name: string;
            /** Format: date-time */
            create_date: string;
            /** Format: date-time */
            write_date: string;
        };
        Tag: {
            id: number;
            name: string;
            /** @description A place in Odoo's palette. */
            color: number;
        };
        User: {
            id: number;
            login: string;
            name: string;
            email: string | null;
            /** @description The phone on which calls reach the user. */
            phone: string | null;
            /** @description Calls to this number belong to the user. */
            mcube_virtual_number: string | null;
            /** @description What the user may do is what any of these groups may. */
            groups: ("base.group_system" | "base.group_user" | "base.group_portal" | "base.group_public")[];
            team_id: number | null;
            team_name: string | null;
            active: boolean;
            odoo_id: number | null;
            /** Format: date-time */
            create_date: string;
            /** Format: date-time */
            write_date: string;
        };
        Team: {
            id: number;
            name: string;
            active: boolean;
            /** @description Its active members: calls are shared out among them. */
            member_ids: number[];
            odoo_id: number | null;
            /** Format: date-time */
            create_date: string;
            /** Format: date-time */
            write_date: string;
        };
        Stage: {
            id: number;
            name: string;
            sequence: number;
            is_won: boolean;
            odoo_id: number | null;
        };
        WebhookEvent: {
            id: number;
            /** Format: date-time */
            received_at: string;
            /**
             * @description refused: it was answered 400 and is no event; the newest of these are kept for thirty days.
             * @enum {string}
             */
            state: "received" | "processed" | "ignored" | "failed" | "refused";
            /** @description Why it was refused or ignored, or what failed. */
            reason: string | null;
            /** @description The same by stable codes and values, for other languages; null where it has none. */
            reason_sentences: {
                code: string;
                values: {
                    [key: string]: string;
                };
            }[] | null;
            attempts: number;
            /** Format: date-time */
            next_attempt_at: string | null;
            /** @description Known once the event was read. */
            call_id: string | null;
            call_record_id: number | null;
            /** @description What MCUBE sent, as it was read, without secrets; null where it was refused. */
            payload: unknown;
            /** @description How it came; only where it was refused. */
            request?: {
                method: string;
                content_type: string | null;
                /** @description As it came, but for secrets; without a body, the query of the address. */
                body: string;
                /** @description How long it was: of a long body only the beginning is kept. */
                body_bytes: number;
            };
        };
        SavedSearch: {
            id: number;
            name: string;
            /**
             * @description What is searched, as it is named in the address.
             * @enum {string}
             */
            resource: "call-records" | "leads" | "missed-calls" | "webhook-events" | "users";
            /** @description Filter, sort, group and columns, as the client that keeps them reads them again; at most 10,000 bytes. */
            query: {
                [key: string]: unknown;
            };
            /** @description Whether everybody sees it. */
            is_shared: boolean;
            /** @description What its owner sees first; one a person and resource. */
            is_default: boolean;
            user_id: number;
            user_name: string;
            /** Format: date-time */
            create_date: string;
            /** Format: date-time */
            write_date: string;
        };
        Setup: {
            /** @description To paste into the MCUBE panel, with ?token=… where a token is required. */
            webhook_url: string;
            token_required: boolean;
            event_count: number;
            /** @description Present, and true, when the number of events is not exact. */
            event_count_is_estimate?: boolean;
            /**
             * Format: date-time
             * @description When the oldest event that is kept arrived.
             */
            first_event_at: string | null;
            /** Format: date-time */
            last_event_at: string | null;
            call_count: number;
            /** @description Requests that could not be a call, of those that are kept. */
            refused_count: number;
        };
        WebhookCheck: {
            ok: boolean;
            message: string;
            /** @description What to do about it. */
            fix: string | null;
            /** @description The same by stable codes and values, for other languages; null where it has none. */
            sentences: {
                code: string;
                values: {
                    [key: string]: string;
                };
            }[] | null;
        };
        Odoo: {
            /** @description Null where the service is not connected. */
            connection: {
                url: string;
                db: string;
                login: string;
                version: string;
                /**
                 * @description What its last answer told.
                 * @enum {string}
                 */
                state: "connected" | "unreachable" | "refused";
                reason: string | null;
                fix: string | null;
                /** @description The same by stable codes and values, for other languages; null where it has none. */
                reason_sentences: {
                    code: string;
                    values: {
                        [key: string]: string;
                    };
                }[] | null;
                /** @description The same by stable codes and values, for other languages; null where it has none. */
                fix_sentences: {
                    code: string;
                    values: {
                        [key: string]: string;
                    };
                }[] | null;
                retry_at: string | null;
                paused: boolean;
                /** Format: date-time */
                connected_date: string;
                last_answer_date: string | null;
                /** @description What was found there, a sentence each. */
                about: string[];
                /** @description The same by stable codes and values, for other languages; null where it has none. */
                about_sentences: {
                    code: string;
                    values: {
                        [key: string]: string;
                    };
                }[] | null;
            } | null;
            queue: {
                /** @description Records that Odoo is to have and has not, or not as they are now. */
                waiting: number;
                /** @description Those that will not get there by themselves. */
                failed: number;
                oldest_waiting_date: string | null;
            };
            /** @description How far what people changed in Odoo is known here. */
            following: {
                /** Format: date-time */
                last_read_date: string;
                lag_seconds: number;
            } | null;
        };
        OdooDelivery: {
            id: number;
            /** @enum {string} */
            model: "crm.lead" | "mcube.call.record";
            record_id: number;
            /** @description The lead's name, or the call's number. */
            name: string | null;
            lead_id: number | null;
            /** @description What the record is in Odoo. */
            odoo_id: number | null;
            /**
             * @description Failed: it will not get there by itself.
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed";
            /** @description Why it is not there. */
            reason: string | null;
            /** @description What to do about it. */
            fix: string | null;
            /** @description The same by stable codes and values, for other languages; null where it has none. */
            reason_sentences: {
                code: string;
                values: {
                    [key: string]: string;
                };
            }[] | null;
            /** @description The same by stable codes and values, for other languages; null where it has none. */
            fix_sentences: {
                code: string;
                values: {
                    [key: string]: string;
                };
            }[] | null;
            /** @description How often Odoo did not take it. */
            attempts: number;
            /**
             * Format: date-time
             * @description Null for what is due at once, and for what no longer waits.
             */
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * @description Since when it waited, or waits.
             */
            waiting_date: string;
            /** Format: date-time */
            delivered_date: string | null;
        };
        Dashboard: {
            /** @description The zone in which days and hours are counted. */
            time_zone: string;
            /**
             * Format: date-time
             * @description The moment whose figures these are.
             */
            updated_at: string;
            days: {
                /** Format: date */
                day: string;
                /** @enum {string} */
                direction: "inbound" | "outbound";
                /** @enum {string} */
                outcome: "answered" | "missed" | "busy" | "abandoned" | "voicemail" | "in_progress" | "failed";
                calls: number;
                talk_seconds: number;
            }[];
            hours: {
                /** @description 1 is Monday. */
                weekday: number;
                hour: number;
                /** @enum {string} */
                direction: "inbound" | "outbound";
                /** @enum {string} */
                outcome: "answered" | "missed" | "busy" | "abandoned" | "voicemail" | "in_progress" | "failed";
                calls: number;
                talk_seconds: number;
            }[];
            users: {
                user_id: number | null;
                user_name: string | null;
                /** @enum {string} */
                direction: "inbound" | "outbound";
                /** @enum {string} */
                outcome: "answered" | "missed" | "busy" | "abandoned" | "voicemail" | "in_progress" | "failed";
                calls: number;
                talk_seconds: number;
            }[];
            virtual_numbers: {
                virtual_number: string | null;
                /** @enum {string} */
                direction: "inbound" | "outbound";
                /** @enum {string} */
                outcome: "answered" | "missed" | "busy" | "abandoned" | "voicemail" | "in_progress" | "failed";
                calls: number;
                talk_seconds: number;
            }[];
            /** @description Answered inbound calls by how long they rang; each counts once. */
            answer_times: {
                /** @description Up to so many; null: longer than all others. */
                within_seconds: number | null;
                calls: number;
            }[];
            /** @description How long the calls of answer_times rang together. */
            ring_seconds: number;
            leads: {
                /** Format: date */
                day: string;
                /** @description Opened on this day, and not merged into another since. */
                new_leads: number;
                /** @description Won on this day, whenever they were opened, and still won. */
                won_leads: number;
            }[];
        };
        Replay: {
            /** @description How many events the filter names. */
            events: number;
            /** @description In a dry run: what the first 200 of them would become. */
            preview: {
                id: number;
                call_id: string | null;
                /** @enum {string} */
                state: "received" | "processed" | "ignored" | "failed" | "refused";
                reason: string | null;
                /** @description The same by stable codes and values, for other languages; null where it has none. */
                reason_sentences: {
                    code: string;
                    values: {
                        [key: string]: string;
                    };
                }[] | null;
                /**
                 * @description What the replay would do to the call record.
                 * @enum {string}
                 */
                effect: "creates" | "changes" | "nothing";
            }[];
        };
        OdooConflict: {
            id: number;
            /** @description crm.lead, res.users, crm.team or crm.stage. */
            model: string;
            record_id: number;
            record_name: string | null;
            odoo_id: number;
            /** @description What differed; id where the record itself is gone from Odoo. */
            field: string;
            /** @description What it was here; a stage, a user or a team by its name. */
            here: string | null;
            in_odoo: string | null;
            /**
             * @description Whose word counts.
             * @enum {string}
             */
            decision: "odoo" | "here";
            reason: string;
            /** @description The same by stable codes and values, for other languages; null where it has none. */
            reason_sentences: {
                code: string;
                values: {
                    [key: string]: string;
                };
            }[] | null;
            /** Format: date-time */
            create_date: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
