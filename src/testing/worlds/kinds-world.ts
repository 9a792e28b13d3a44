import { type Client, type Reply, testApp, type TestApp } from "../app.ts";

export type Person = Client & { id: string };
export const all = { create: true, read: "all", update: "all", delete: "all" };
export const own = { create: true, read: "own", update: "own", delete: "own" };
export const q = encodeURIComponent;
export let world: TestApp;
/** Makes a role. */
export const role = (name: string, rights: object) =>
  world.admin.make("role", { name, label: { en: name }, rights: rights as never });
/** Begins an empty installation. */
export async function openKindsWorld(): Promise<void> {
  world = await testApp();
}

/** Why an answer refuses, on whatever road. */
export const code = (answer: Reply): unknown =>
  answer.json?.errors?.[0]?.code ?? answer.json?.results?.[0]?.errors?.[0]?.code ?? answer.json?.code;
