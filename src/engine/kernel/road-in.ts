import type { Road } from "../../shared/metadata/hooks.ts";
import type { Context } from "./context.ts";

/**
 * Which way what is written here came, for endpoints that are given the context only; work without a request
 * is a rule's.
 */
export const roadIn = (context: Context): Road => context.road ?? "rule";
