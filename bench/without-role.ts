import { expectCount } from "./expect-count.ts";
import type { OwnWriter } from "./own-writer.ts";
import type { Seller } from "./hire-seller.ts";

/** Without any role nothing may be seen or exported. */
export async function withoutRole(writer: OwnWriter, { user, role, cookie }: Seller): Promise<void> {
  const [given] = (
    await writer.here().get(`/records/user_role?filter=${encodeURIComponent(`user == "${user}"`)}`)
  ).json.data;
  if (!writer.isDone("take the role", await writer.here().delete(`/records/user_role/${given?.id}`), 204))
    return;
  const answer = await writer.reads.ask(writer.other(cookie), "/exports", {
    object: "account",
    filter: writer.filter,
  });
  if (answer.status !== 403) writer.wrong(`without a role an export answers ${answer.status}`);
  writer.isDone("give the role", await writer.here().post("/records/user_role", { user, role }), 201);
  await expectCount(writer, cookie, 0, "a role given");
}
