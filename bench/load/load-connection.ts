import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallTemplate } from './call-template.ts';
import { type HttpAnswer, isSameAnswer, parseAnswer } from './http-answer.ts';
import type { Pace } from './pace.ts';

/** What the connections of one run share. */
export type Run = {
  isOver(now: number): boolean;
  /** The number of the next call. */
  takeNumber(): number;
  record(status: string, sentAt: number, now: number): void;
  pace: Pace;
};

/** Posts until the run is over; a broken connection is opened again. */
export async function keepPosting(url: URL, template: CallTemplate, run: Run): Promise<void> {
  while (!run.isOver(performance.now())) {
    await useConnection(url, template, run);
    if (!run.isOver(performance.now())) await sleep(20);
  }
}

/** One connection, request after request, until the run is over or it breaks. */
function useConnection(url: URL, template: CallTemplate, run: Run): Promise<void> {
  return new Promise((resolve) => {
    let sentAt = 0;
    let underWay = false;
    let received = '';
    let usual: HttpAnswer | null = null;

    function send(now: number): void {
      // A connection that broke while it waited for its turn is opened again by keepPosting.
      if (run.isOver(now) || socket.destroyed) return void socket.destroy();
      sentAt = now;
      underWay = true;
      // The template's buffer is written anew only after the answer: by then the kernel has taken all of it.
      socket.write(template.fill(run.takeNumber()));
    }

    function answered(answer: HttpAnswer): void {
      const now = performance.now();
      underWay = false;
      run.record(answer.status, sentAt, now);
      run.pace.takeTurn(send);
    }

    function read(size: number, buffer: Uint8Array): boolean {
      // Answers of one kind have one length: when it comes in one piece there is nothing to parse.
      if (received === '' && usual !== null && isSameAnswer(buffer, size, usual)) {
        answered(usual);
        return true;
      }
      received += Buffer.from(buffer.buffer, buffer.byteOffset, size).toString('latin1');
      const answer = parseAnswer(received);
      if (answer === null) return true;
      usual = answer;
      received = '';
      answered(answer);
      return true;
    }

    const socket: Socket = connect({
      host: url.hostname,
      port: Number(url.port === '' ? 80 : url.port),
      noDelay: true,
      // One buffer for all that is read: nothing is allocated for an answer.
      onread: { buffer: Buffer.allocUnsafe(16_384), callback: read },
    });
    socket.once('connect', () => run.pace.takeTurn(send));
    socket.on('error', () => undefined);
    socket.once('end', () => socket.destroy());
    socket.once('close', () => {
      if (underWay) run.record('broken', sentAt, performance.now());
      resolve();
    });
  });
}
