/** One holder at a time, in the order of asking. */
export class Lock {
  #last: Promise<void> = Promise.resolve();

  /** Waits for everyone who asked before. Resolves to the function that lets the next one in (harmless twice). */
  async acquire(): Promise<() => void> {
    const before = this.#last;
    let release: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
