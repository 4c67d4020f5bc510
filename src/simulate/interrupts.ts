/** Ctrl-C in two steps: the first stops the sending, the second stops the waiting for what is stored. */
export function listenForInterrupts(): Interrupts {
  const sending = new AbortController();
  const waiting = new AbortController();
  function interrupt(): void {
    if (sending.signal.aborted) waiting.abort();
    sending.abort();
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return {
    stopSending: sending.signal,
    stopWaiting: waiting.signal,
    release: () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt),
  };
}

export type Interrupts = { stopSending: AbortSignal; stopWaiting: AbortSignal; release(): void };
