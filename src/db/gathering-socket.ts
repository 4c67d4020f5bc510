import { Socket } from 'node:net';

/** A socket that sends what is written in one turn of the event loop in one piece: on the way, pieces cost more than bytes. */
export class GatheringSocket extends Socket {
  #gathering = false;

  override cork(): void {
    super.cork();
    if (this.#gathering) return;
    this.#gathering = true;
    super.cork();
    process.nextTick(() => {
      this.#gathering = false;
      super.uncork();
    });
  }
}
