import { readFile } from "node:fs/promises";
import path from "node:path";
import { environment } from "./environment.ts";

/** The security headers of an answer, by their names in small letters. */
export const SECURITY_HEADERS = [
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
] as const;

export type SecurityHeaders = Record<(typeof SECURITY_HEADERS)[number], string>;

export const securityHeaders = (headers: Record<string, string>): SecurityHeaders =>
  Object.fromEntries(SECURITY_HEADERS.map((name) => [name, headers[name] ?? ""])) as SecurityHeaders;

/** The policy that stands in a document. */
export const policyIn = (document: string): string =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/u.exec(document)?.[1] ?? "";

/** The directives of a policy, by name. */
export function directives(policy: string): Map<string, string[]> {
  const all = policy.split(";").map((directive) => directive.trim().split(/\s+/u));
  return new Map(all.map(([name, ...values]) => [name ?? "", values]));
}

export const readRecipe = (name: string): Promise<string> => readFile(path.join(environment.recipes, name), "utf8");
