/** A call as MCUBE posts it after its end, to try the webhook with. The README shows this same command. */
export const SAMPLE_CALL = JSON.stringify({
  callid: '90000000011789970797',
  starttime: '2026-09-21 11:49:57',
  endtime: '2026-09-21 11:50:28',
  answeredtime: '00:00:27',
  direction: 'inbound',
  dialstatus: 'ANSWER',
  callto: '9000000001',
  clicktocalldid: '8030000001',
  emp_phone: '9800000001',
  agentname: 'Asha',
});

/** The shell command that posts {@link SAMPLE_CALL} to a webhook. */
export function curlLine(webhook: string): string {
  return `curl '${webhook}' -H 'Content-Type: application/json' -d '${SAMPLE_CALL}'`;
}
