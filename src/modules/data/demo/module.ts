import type { Module } from "../../../engine/public.ts";

/** Brings nothing of its own to a company: what it makes is loaded once, when the program is told to. */
export const demoModule: Module = { name: "demo" };
