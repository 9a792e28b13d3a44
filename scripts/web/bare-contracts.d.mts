import type { Plugin } from "vite";

export function bareContracts(): Plugin & {
  readonly transform: {
    readonly handler: (this: { parse: (code: string) => unknown }, code: string) => string;
  };
};
