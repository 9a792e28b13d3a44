import { type Api, apiOf, makePerson } from "./api.ts";
import { type Program, startProgram } from "./program.ts";

type Person = Awaited<ReturnType<typeof makePerson>>;
/** A company in which the chief signs before a deal goes on to its contract. */
export interface SigningCompany {
  readonly program: Program;
  readonly admin: Api;
  readonly chief: Person;
  readonly seller: Person;
  /** A deal of the seller whose move waits for the chief, and the request. */
  asked(name: string): Promise<{ readonly deal: string; readonly request: string }>;
}
export interface Names {
  readonly chief: string;
  readonly seller: string;
}
const both = (text: string) => ({ "zh-CN": text, en: text });

export async function signingCompany(names: Names): Promise<SigningCompany> {
  const program = await startProgram();
  const admin = await apiOf(program.url);
  const chief = await makePerson(admin, names.chief, "sales_director");
  const seller = await makePerson(admin, names.seller, "sales_manager");
  const pipeline = await publishSigned(admin);
  return {
    program,
    admin,
    chief,
    seller,
    asked: async (name) => {
      const amount = { amount: "1280000.00", currency: "CNY" };
      const deal = await admin.make("opportunity", { name, pipeline, owner: seller.id, amount });
      const path = `/records/opportunity/${deal}/transitions`;
      const { approvals } = await (await apiOf(program.url, seller)).call("POST", path, { to: "contract" });
      return { deal, request: approvals[0] };
    },
  };
}

async function publishSigned(admin: Api): Promise<string> {
  const stage = (name: string, type: string, more: object = {}) => ({
    name,
    label: both(name),
    type,
    ...more,
  });
  const entry = [{ id: "sign", kind: "approval", approval: "sales_director" }];
  const stages = [
    stage("offer", "open"),
    stage("contract", "open", { entry }),
    stage("won", "won"),
    stage("lost", "lost"),
  ];
  const rest = { object: "opportunity", name: "signed", label: both("signed"), stages, rules: {} };
  const { id } = (await admin.call("POST", "/pipelines", rest)).data;
  await admin.call("POST", `/pipelines/${id}/publish`, {});
  return id;
}
