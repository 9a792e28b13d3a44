import type { Login } from "./cookie-of.ts";
import type { OwnWriter } from "./own-writer.ts";

const PASSWORD = "Long-enough-for-all-77";

/** Who is given and loses records, shares and his role. */
export interface Seller {
  readonly user: string;
  readonly role: string;
  readonly cookie: string;
}

/** Makes the person with the role and a password, which is to be changed first. */
export async function hireSeller(
  writer: OwnWriter,
): Promise<Omit<Seller, "cookie"> & { readonly login: Login }> {
  const here = writer.here();
  const login = `seller${writer.number}@example.com`;
  const user = (await here.post("/records/user", { name: `Seller ${writer.number}`, login })).json.data.id;
  const role = (await here.get(`/records/role?filter=${encodeURIComponent('name == "sales_manager"')}`)).json
    .data[0].id;
  await here.post(`/users/${user}/credentials`, { login, password: PASSWORD });
  await here.post("/records/user_role", { user, role });
  return { user, role, login: { login, password: PASSWORD } };
}
