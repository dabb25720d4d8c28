/** Where the page keeps who is signed in. */
export const SESSION_KEY = "vps-portal.session";

/** What the page keeps of a session. */
export const storedSession = (token: string, email: string) => JSON.stringify({ version: 1, token, email });
