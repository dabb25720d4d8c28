// What a check found, and how it says so: a line for people, and one that tools/test.sh adds up.

const SHOWN = 20;

export class Verdict {
  #name;
  #passed = 0;
  #failures = [];

  constructor(name) {
    this.#name = name;
  }

  /** Counts one thing that was looked at; `failure` says what is wrong if it is not right. */
  expect(isRight, failure) {
    if (isRight) {
      this.#passed += 1;
    } else {
      this.#failures.push(failure);
    }
  }

  say(line) {
    console.log(`${this.#name}: ${line}`);
  }

  /** Ends the run: the process then fails if anything did. */
  end() {
    for (const failure of this.#failures.slice(0, SHOWN)) {
      console.log(`- ${failure}`);
    }
    console.log(`  = ${this.#passed} passed, ${this.#failures.length} failed`);
    process.exitCode = this.#failures.length === 0 && this.#passed > 0 ? 0 : 1;
  }
}
