import { hash, verify } from "@node-rs/argon2";
import { canonicalPassword } from "../shared/password.ts";

/** argon2id, 19 MiB, two passes (OWASP's first choice). The library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/**
 * Of no password that anybody knows, with the same cost: logins that do not exist take as long as those that
 * do.
 */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$8OpGEuR5fecMZPUWpREPPA$JzxAa88GvywUsXGcVo4I2dNLLPiQlmNwoxuff8mNn+o";

export const hashPassword = (password: string): Promise<string> => hash(canonicalPassword(password), COST);

/** Whether the password has this hash; without a hash the same work is done and the answer is no. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const matches = await verify(hashed ?? NOBODY, canonicalPassword(password));
  return hashed !== null && matches;
}
