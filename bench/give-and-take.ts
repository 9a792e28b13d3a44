import { expectCount } from "./expect-count.ts";
import type { OwnAccounts } from "./own-accounts.ts";
import type { OwnWriter } from "./own-writer.ts";
import type { Seller } from "./hire-seller.ts";

/** The seller gets a record of his own and a share of another; then both go. */
export async function giveAndTake(
  writer: OwnWriter,
  accounts: OwnAccounts,
  { user, cookie }: Seller,
): Promise<void> {
  const [shared = ""] = accounts.there;
  const own = await writer.here().post("/records/account", {
    name: `${writer.industry} given ${writer.rounds}`,
    industry: writer.industry,
    owner: user,
  });
  if (!writer.isDone("give", own, 201)) return;
  accounts.handedOver += 1;
  await expectCount(writer, cookie, 1, "a record given");
  const share = await writer.here().post("/records/share", {
    regarding: { object: "account", id: shared },
    to: { object: "user", id: user },
  });
  if (!writer.isDone("share", share, 201)) return;
  await expectCount(writer, cookie, 2, "a share given");
  if (!writer.isDone("unshare", await writer.here().delete(`/records/share/${share.json.data.id}`), 204))
    return;
  await expectCount(writer, cookie, 1, "a share taken");
  if (
    !writer.isDone(
      "take",
      await writer.here().patch(`/records/account/${own.json.data.id}`, { owner: accounts.owner }),
      200,
    )
  )
    return;
  accounts.kept += 1;
  await expectCount(writer, cookie, 0, "a record taken");
}
