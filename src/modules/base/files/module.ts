import type { Module } from "../../../engine/public.ts";
import { fileRoutes } from "./server/files.routes.ts";

/** Content of files: taken in, given out to those who may see the record that holds it. */
export const filesModule: Module = { name: "files", routes: fileRoutes };
