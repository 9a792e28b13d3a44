import { cookieOf, type Login, ownCookieOf } from "./cookie-of.ts";
import { expectCount } from "./expect-count.ts";
import { giveAndTake } from "./give-and-take.ts";
import { OwnAccounts } from "./own-accounts.ts";
import { OwnFields } from "./own-fields.ts";
import { OwnWriter } from "./own-writer.ts";
import { hireSeller, type Seller } from "./hire-seller.ts";
import { withoutRole } from "./without-role.ts";

const MOST_FIELDS = 30;

/**
 * Writes at one web process and at once asks the other, on every road that may go to a replica: nobody but
 * this one writes what he counts, so each answer must be exact. The same for a seller who is given and loses
 * records, shares and his role, and for fields that were just made.
 */
export class ReadOwnWrites {
  readonly #writer: OwnWriter;
  readonly #accounts: OwnAccounts;
  readonly #fields: OwnFields;
  #seller: Seller = { user: "", role: "", cookie: "" };
  #cookie = "";

  constructor(urls: readonly string[], admin: Login, number: number, isDisturbed: () => boolean) {
    this.#writer = new OwnWriter(urls, admin, number, isDisturbed);
    this.#accounts = new OwnAccounts(this.#writer);
    this.#fields = new OwnFields(this.#writer);
  }

  async prepare(): Promise<void> {
    const { urls, admin } = this.#writer;
    await this.#fields.prepare();
    const { user, role, login } = await hireSeller(this.#writer);
    this.#cookie = await cookieOf(urls[0] ?? "", admin);
    this.#seller = { user, role, cookie: await ownCookieOf(urls[0] ?? "", login) };
    for (let made = 0; made < 3; made += 1) await this.#accounts.add();
  }

  get broken(): readonly string[] {
    return this.#writer.broken;
  }
  get times(): OwnWriter["reads"]["times"] {
    return this.#writer.reads.times;
  }
  /** Records given to the seller, who is notified of each. */
  get handedOver(): number {
    return this.#accounts.handedOver;
  }
  get rounds(): number {
    return this.#writer.rounds;
  }

  async round(): Promise<void> {
    const [writer, accounts, fields] = [this.#writer, this.#accounts, this.#fields];
    writer.rounds += 1;
    const roll = Math.random();
    if (accounts.there.length < 3 || roll < 0.4) await accounts.add();
    else if (roll < 0.6) await accounts.bin();
    else if (roll < 0.7 && accounts.binned.length > 0) await accounts.restore();
    else if (roll < 0.85) return giveAndTake(writer, accounts, this.#seller);
    else if (roll < 0.92 && fields.count < MOST_FIELDS) return fields.define(this.#cookie);
    else if (roll < 0.96) return withoutRole(writer, this.#seller);
    await expectCount(writer, this.#cookie, accounts.there.length + accounts.kept, "own writes");
  }
}
