/** One request MCUBE would make, and when. */
export type SimulatedEvent = {
  callId: string;
  moment: Moment['kind'];
  at: Date;
  payload: SimulatedPayload;
  encoding: Encoding;
};

/** What a panel reports: a telephone rings, the call is over, or only the recording arrived. */
export type Moment =
  | { kind: 'on_call'; tryIndex: number }
  | { kind: 'transfer' }
  | { kind: 'on_hangup'; recordingThere: boolean }
  | { kind: 'recording' };

export type SimulatedPayload = Readonly<Record<string, string | number | null>>;

/** json: the body itself. form_data: the field data=<JSON> of a form. form: every key a field of its own. */
export type Encoding = 'json' | 'form_data' | 'form';
