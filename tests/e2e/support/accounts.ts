/** The password of every account of the demo. */
export const PASSWORD = "Portal-demo-1";

/** Accounts of the demo that several journeys use, with the project to name, where one must be named. */
export const accounts = {
  company: { email: "demo@example.com", project: "demo-main" },
  laboratory: { email: "demo@example.com", project: "demo-lab" },
  fleet: { email: "fleet@example.com" },
  single: { email: "single@example.com" },
  empty: { email: "empty@example.com" },
} as const satisfies Record<string, Account>;

export interface Account {
  readonly email: string;
  readonly project?: string;
}

/** The account whose list of servers always fails in this way. */
export const failingList = (kind: string): Account => ({ email: `${kind}@list.fault.example` });

/** The account whose list of servers fails in this way at every other call, at the first one not. */
export const failingInTurns = (kind: string): Account => ({ email: `then-${kind}@list.fault.example` });
