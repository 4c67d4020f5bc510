/** @odoo-module **/
// Built from static/src by "npm run generate": change it there.
import { Component, useEffect, useRef, xml } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
// odoo/mcube_integration/static/src/core/sort-calls.ts
/** What rings now, and who waits for a call back: a later connected call with the same number, either way, settles it. */
function sortCalls(rows, now) {
	const newestFirst = [...rows].sort((one, other) => other.time - one.time);
	const ringing = newestFirst.filter(({ outcome, time }) => outcome === "in_progress" && now - time < LONGEST_RINGING_MS);
	const settled = /* @__PURE__ */ new Set();
	const waiting = /* @__PURE__ */ new Map();
	for (const row of newestFirst) {
		const caller = callerOf(row);
		if (row.outcome === "answered" || row.outcome === "in_progress") settled.add(caller);
		else if (MISSED.has(row.outcome) && !settled.has(caller)) {
			const known = waiting.get(caller);
			waiting.set(caller, known === void 0 ? {
				...row,
				tries: 1
			} : {
				...known,
				tries: known.tries + 1
			});
		}
	}
	return {
		ringing,
		missed: [...waiting.values()]
	};
}
/** A call that has "rung" longer lost its end on the way; the service closes it by and by. */
var LONGEST_RINGING_MS = 72e5;
var MISSED = /* @__PURE__ */ new Set([
	"missed",
	"abandoned",
	"busy",
	"voicemail"
]);
/** The last ten digits: numbers come with and without their country. A withheld number is a caller of its own. */
function callerOf({ phoneNumber, id }) {
	const digits = phoneNumber.replace(/\D/g, "").slice(-10);
	return digits === "" ? `call ${id}` : digits;
}
// odoo/mcube_integration/static/src/core/actions.ts
/** The lead of a call, or the call itself, as an action of the web client. */
function openCall({ id, leadId }) {
	return {
		type: "ir.actions.act_window",
		res_model: leadId === void 0 ? "x_mcube_call_record" : "crm.lead",
		res_id: leadId !== null && leadId !== void 0 ? leadId : id,
		views: [[false, "form"]],
		target: "current"
	};
}
/** The missed calls one may see, as an action of the web client. */
var OPEN_MISSED = {
	type: "ir.actions.act_window",
	name: "Missed Calls",
	res_model: "x_mcube_call_record",
	views: [[false, "list"], [false, "form"]],
	domain: [[
		"x_outcome",
		"in",
		[...MISSED]
	]],
	target: "current"
};
// odoo/mcube_integration/static/src/core/element.ts
/** An element with its attributes and content. Text goes in as text: nothing that came from outside becomes markup. (14 hides what is aria-hidden.) */
function element(tag, attributes = {}, ...content) {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
	made.append(...content);
	return made;
}
// odoo/mcube_integration/static/src/core/call-odoo.ts
/**
* Calls a method of a model as the signed-in user, the same way in every version: the web client's own helpers changed
* their place and name four times between 14 and 19, this address never did.
*/
async function callOdoo(model, method, args, kwargs = {}) {
	return await post(`/web/dataset/call_kw/${model}/${method}`, {
		model,
		method,
		args,
		kwargs
	});
}
/** The number of the signed-in user. */
async function findOwnId() {
	const session = await post("/web/session/get_session_info", {});
	if (isObject(session) && typeof session.uid === "number") return session.uid;
	throw new Error("Nobody is signed in.");
}
/** The rows of an answer of search_read or read. */
function rowsOf(answer) {
	return Array.isArray(answer) ? answer.filter(isObject) : [];
}
async function post(url, params) {
	const answer = await (await fetch(url, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({
			jsonrpc: "2.0",
			method: "call",
			id: 1,
			params
		})
	})).json();
	if (!isObject(answer)) throw new Error("Odoo did not answer.");
	if (isObject(answer.error)) throw new Error(messageOf(answer.error));
	return answer.result;
}
function messageOf(error) {
	const message = isObject(error.data) ? error.data.message : error.message;
	return typeof message === "string" ? message : "Odoo refused.";
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
// odoo/mcube_integration/static/src/core/call-row.ts
var CALL_FIELDS = [
	"x_outcome",
	"x_phone_number",
	"x_lead_id",
	"x_call_date"
];
/** Reads a row of search_read; what Odoo has no value for is false there. */
function readCallRow(row) {
	const lead = Array.isArray(row.x_lead_id) ? row.x_lead_id : [];
	return {
		id: Number(row.id),
		outcome: text(row.x_outcome),
		phoneNumber: text(row.x_phone_number),
		leadId: typeof lead[0] === "number" ? lead[0] : void 0,
		leadName: typeof lead[1] === "string" ? lead[1] : void 0,
		time: readTime(text(row.x_call_date))
	};
}
/** Odoo's "2026-09-21 06:19:57", which is in UTC. */
function readTime(text) {
	return Date.parse(`${text.replace(" ", "T")}Z`);
}
/** A moment as Odoo's domains want it. */
function writeTime(time) {
	return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}
function text(value) {
	return typeof value === "string" ? value : "";
}
// odoo/mcube_integration/static/src/core/watch-calls.ts
/** Looks at one's own calls of the last day again and again, until the returned function is called. */
function watchCalls(tell) {
	let timer;
	let stopped = false;
	let ownId;
	async function look() {
		var _ownId;
		ownId = (_ownId = ownId) !== null && _ownId !== void 0 ? _ownId : await findOwnId();
		const now = Date.now();
		const mine = [
			"|",
			[
				"x_user_id",
				"=",
				ownId
			],
			[
				"x_lead_id.user_id",
				"=",
				ownId
			]
		];
		tell(sortCalls(rowsOf(await callOdoo("x_mcube_call_record", "search_read", [], {
			domain: [[
				"x_call_date",
				">=",
				writeTime(now - DAY_MS)
			], ...mine],
			fields: CALL_FIELDS,
			order: "x_call_date desc",
			limit: MOST_CALLS
		})).map(readCallRow), now));
	}
	async function lookAgain() {
		window.clearTimeout(timer);
		await look().catch(() => void 0);
		window.clearTimeout(timer);
		if (!stopped) timer = window.setTimeout(() => void lookAgain(), document.hidden ? HIDDEN_MS : VISIBLE_MS);
	}
	function whenShown() {
		if (!document.hidden) lookAgain();
	}
	document.addEventListener("visibilitychange", whenShown);
	lookAgain();
	return () => {
		stopped = true;
		window.clearTimeout(timer);
		document.removeEventListener("visibilitychange", whenShown);
	};
}
var DAY_MS = 864e5;
var MOST_CALLS = 200;
/** A look costs Odoo some milliseconds; one that nobody sees can wait. */
var VISIBLE_MS = 5e3;
var HIDDEN_MS = 6e4;
// odoo/mcube_integration/static/src/core/mount-bell.ts
/** The bell in the bar: how many wait for a call back, what rings, and a panel with both. Returns how to end it. */
function mountBell(host, actions, look) {
	const counter = element("span", { class: "badge rounded-pill badge-pill text-bg-danger badge-danger o_mcube_count" });
	const ringing = element("span", {
		class: "badge text-bg-success badge-success o_mcube_ringing",
		role: "status",
		style: RINGING
	});
	const button = element("button", {
		type: "button",
		class: `btn o_mcube_bell ${look.class}`,
		style: BUTTON + look.style,
		"aria-label": "Calls",
		"aria-expanded": "false"
	}, element("i", { class: "fa fa-phone me-1 mr-1" }), counter, ringing);
	const panel = element("div", {
		class: "o_mcube_panel",
		style: PANEL,
		role: "dialog",
		"aria-label": "Calls"
	});
	panel.hidden = true;
	host.append(button, panel);
	function show(open) {
		panel.hidden = !open;
		button.setAttribute("aria-expanded", String(open));
	}
	function choose(work) {
		return () => {
			show(false);
			work();
		};
	}
	function draw(calls) {
		const [first] = calls.ringing;
		counter.textContent = calls.missed.length === 0 ? "" : String(calls.missed.length);
		const text = first === void 0 ? "" : nameOf(first);
		if (ringing.textContent !== text) ringing.textContent = text;
		panel.replaceChildren(...section("On the line", calls.ringing, (call) => rowOf(call, choose(() => actions.open(call)))), ...section("Missed, not called back", calls.missed, (call) => rowOf(call, choose(() => actions.open(call)))), ...calls.ringing.length + calls.missed.length === 0 ? [element("p", { class: "p-3 m-0" }, "Nobody waits.")] : [], link("All missed calls", choose(actions.openMissed)));
	}
	const closeOutside = (event) => {
		if (event.target instanceof Node && !host.contains(event.target)) show(false);
	};
	const closeByKey = (event) => {
		if (event.key === "Escape") show(false);
	};
	button.addEventListener("click", () => show(panel.hidden === true));
	document.addEventListener("click", closeOutside);
	document.addEventListener("keydown", closeByKey);
	draw({
		ringing: [],
		missed: []
	});
	const stop = watchCalls(draw);
	return () => {
		stop();
		document.removeEventListener("click", closeOutside);
		document.removeEventListener("keydown", closeByKey);
		host.replaceChildren();
	};
}
/** The bars of the versions have other colours and heights: the bell takes what is around it. */
var BUTTON = "background: none; border: 0; height: 100%; padding: 0 10px; white-space: nowrap;";
/** A long name must not push the bar apart. */
var RINGING = "max-width: 160px; overflow: hidden; text-overflow: ellipsis; margin-left: 4px; vertical-align: middle;";
var PANEL = "position: absolute; right: 0; top: 100%; z-index: 1050; width: 320px; max-width: 95vw; max-height: 70vh; overflow: auto; background: var(--body-bg, #fff); color: var(--body-color, #212529); border: 1px solid rgba(0, 0, 0, 0.2); box-shadow: 0 4px 12px rgba(0, 0, 0, 0.2); line-height: 1.4;";
function section(title, calls, row) {
	return calls.length === 0 ? [] : [element("div", { class: "px-3 pt-2 font-weight-bold fw-bold" }, title), ...calls.map(row)];
}
function rowOf(call, open) {
	const detail = element("div", { class: "text-muted small" }, [
		new Date(call.time).toLocaleTimeString([], {
			hour: "2-digit",
			minute: "2-digit"
		}),
		..."tries" in call && call.tries > 1 ? [`${call.tries} tries`] : [],
		call.phoneNumber
	].join(" · "));
	return link(element("div", { class: "text-truncate" }, nameOf(call)), open, detail);
}
function link(content, work, ...more) {
	const made = element("button", {
		type: "button",
		class: "btn btn-link d-block w-100 px-3 py-2"
	}, content, ...more);
	made.style.textAlign = "left";
	made.addEventListener("click", work);
	return made;
}
function nameOf({ leadName, phoneNumber }) {
	return leadName !== null && leadName !== void 0 ? leadName : phoneNumber === "" ? "Withheld number" : phoneNumber;
}
// odoo/mcube_integration/static/src/owl/bell.ts
var _Bell;
/** Hangs the bell into the bar at the top. */
function addBell() {
	registry.category("systray").add("mcube_integration.bell", { Component: Bell }, { sequence: 24 });
}
var Bell = class extends Component {
	setup() {
		const host = useRef("bell");
		const action = useService("action");
		useEffect(() => host.el === null ? void 0 : mountBell(host.el, {
			open: (call) => void action.doAction(openCall(call)),
			openMissed: () => void action.doAction(OPEN_MISSED)
		}, {
			class: "o_nav_entry",
			style: ""
		}), () => []);
	}
};
_Bell = Bell;
_Bell.template = xml`<div class="o_mcube_systray" style="position: relative" t-ref="bell"/>`;
_Bell.props = ["*"];
// odoo/mcube_integration/static/src/core/request-call.ts
/** Leaves a call request for the service, and tells what became of it. Odoo checks who may; who asked is who is signed in. */
async function requestCall({ phoneNumber, leadId }) {
	const id = await callOdoo("x_mcube_call_request", "create", [{
		x_name: `Call to ${phoneNumber}`,
		x_phone_number: phoneNumber,
		x_lead_id: leadId !== null && leadId !== void 0 ? leadId : false,
		x_state: "new"
	}]);
	for (const pause of PAUSES_MS) {
		await new Promise((resolve) => window.setTimeout(resolve, pause));
		const [row] = rowsOf(await callOdoo("x_mcube_call_request", "read", [[Array.isArray(id) ? id[0] : id], ["x_state", "x_answer"]]));
		if (row !== void 0 && row.x_state !== "new") return typeof row.x_answer === "string" ? row.x_answer : `The call to ${phoneNumber} is under way.`;
	}
	return `The call to ${phoneNumber} is asked for; MCUBE has not answered yet.`;
}
var PAUSES_MS = [
	1e3,
	1e3,
	2e3,
	3e3,
	5e3
];
// odoo/mcube_integration/static/src/core/draw-call-button.ts
/** A button that asks MCUBE to call a number; locked while a call is asked for, so that two clicks make one call. */
function drawCallButton(wish, tell) {
	const label = `Call ${wish.phoneNumber} with MCUBE`;
	const button = element("button", {
		type: "button",
		class: "btn btn-link text-nowrap p-0 ms-2 ml-2 o_mcube_call",
		title: label,
		"aria-label": label
	}, element("i", { class: "fa fa-phone-square" }), element("small", { class: "fw-bold font-weight-bold ms-1 ml-1" }, "MCUBE"));
	button.addEventListener("click", (event) => {
		event.preventDefault();
		event.stopPropagation();
		ask(button, wish, tell);
	});
	return button;
}
async function ask(button, wish, tell) {
	if (button.getAttribute("aria-disabled") === "true") return;
	lock(button, true);
	try {
		tell(`MCUBE is asked to call ${wish.phoneNumber}.`, "info");
		tell(await requestCall(wish), "info");
	} catch (error) {
		tell(error instanceof Error ? error.message : String(error), "danger");
	} finally {
		lock(button, false);
	}
}
function lock(button, locked) {
	button.setAttribute("aria-disabled", String(locked));
	button.style.opacity = locked ? "0.5" : "";
}
// odoo/mcube_integration/static/src/owl/call-button.ts
/** Puts the call button beside every telephone number: each phone field is wrapped, whatever it is made of. */
function addCallButtons() {
	const fields = registry.category("fields");
	for (const name of [
		"phone",
		"form.phone",
		"list.phone",
		"kanban.phone"
	]) {
		if (!fields.contains(name)) continue;
		const field = fields.get(name);
		if (typeof field === "function") fields.add(name, Object.assign(wrap(field), { ...field }), { force: true });
		else if (isDescription(field)) field.component = wrap(field.component);
	}
}
function isDescription(field) {
	return typeof field === "object" && field !== null && "component" in field;
}
function wrap(inner) {
	var _PhoneFieldWithCall = class PhoneFieldWithCall extends Component {
		constructor(..._args) {
			super(..._args);
			this.inner = inner;
		}
		setup() {
			const host = useRef("call");
			const notification = useService("notification");
			useEffect(() => {
				var _host$el, _host$el2;
				const { record, name } = this.props;
				const phoneNumber = record.data[name];
				if (typeof phoneNumber !== "string" || phoneNumber === "") (_host$el = host.el) === null || _host$el === void 0 || _host$el.replaceChildren();
				else (_host$el2 = host.el) === null || _host$el2 === void 0 || _host$el2.replaceChildren(drawCallButton({
					phoneNumber,
					leadId: leadOf(this.props)
				}, (text, type) => notification.add(text, { type })));
			}, () => [this.props.record.data[this.props.name], this.props.record.resId]);
		}
	};
	return _PhoneFieldWithCall.template = xml`<div class="d-inline-flex w-100 align-items-center"><t t-component="inner" t-props="props"/><span t-ref="call"/></div>`, _PhoneFieldWithCall.props = ["*"], _PhoneFieldWithCall;
}
function leadOf({ record }) {
	if (record.resModel === "crm.lead" && typeof record.resId === "number") return record.resId;
	const lead = record.data.x_lead_id;
	if (Array.isArray(lead) && typeof lead[0] === "number") return lead[0];
	return typeof lead === "object" && lead !== null && "id" in lead && typeof lead.id === "number" ? lead.id : void 0;
}
// odoo/mcube_integration/static/src/core/draw-player.ts
/** A recording to hear where it stands; with `listen` also to open by itself. Whatever is no web address is no recording. */
function drawPlayer(value, listen) {
	const address = typeof value === "string" ? value.trim() : "";
	if (!/^https?:\/\//i.test(address)) return [];
	const player = element("audio", {
		controls: "",
		preload: "none",
		src: address,
		class: "o_mcube_player",
		style: "height: 32px; width: 240px; max-width: 100%; vertical-align: middle;"
	});
	player.addEventListener("click", (event) => event.stopPropagation());
	const failure = element("span", {
		class: "text-danger ms-2 ml-2",
		role: "status"
	});
	player.addEventListener("error", () => {
		failure.textContent = "The recording cannot be played.";
	});
	if (!listen) return [player, failure];
	return [
		player,
		element("a", {
			href: address,
			target: "_blank",
			rel: "noopener noreferrer",
			class: "btn btn-primary ms-2 ml-2 o_mcube_listen"
		}, "Listen Recording"),
		failure
	];
}
// odoo/mcube_integration/static/src/owl/player.ts
var _Player;
/** `widget="mcube_player"`: a recording's address becomes a player. */
function addPlayer() {
	const fields = registry.category("fields");
	const descriptive = typeof fields.get("char") !== "function";
	fields.add("mcube_player", descriptive ? DESCRIPTION : Player);
}
var Player = class extends Component {
	setup() {
		const host = useRef("player");
		useEffect(() => {
			var _host$el;
			(_host$el = host.el) === null || _host$el === void 0 || _host$el.replaceChildren(...drawPlayer(this.props.record.data[this.props.name], this.props.listen === true));
		}, () => [this.props.record.data[this.props.name]]);
	}
};
_Player = Player;
_Player.template = xml`<div class="o_mcube_recording" t-ref="player"/>`;
_Player.props = {
	...standardFieldProps,
	listen: {
		type: Boolean,
		optional: true
	}
};
_Player.supportedTypes = ["char"];
_Player.extractProps = ({ attrs }) => {
	var _attrs$options;
	return { listen: ((_attrs$options = attrs.options) === null || _attrs$options === void 0 ? void 0 : _attrs$options.listen) === true };
};
var DESCRIPTION = {
	component: Player,
	displayName: "Recording",
	supportedTypes: ["char"],
	extractProps: ({ options }) => ({ listen: options.listen === true })
};
// odoo/mcube_integration/static/src/owl/main.ts
addPlayer();
addCallButtons();
addBell();
