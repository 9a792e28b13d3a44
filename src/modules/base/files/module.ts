import type { Module } from "../../../engine/public.ts";
import { fileRoutes } from "./server/files.routes.ts";
import { DROP_UPLOAD, dropOldUpload } from "./server/remove-upload.ts";
import { uploadMigrations } from "./server/uploads.migrations.ts";

/** Content of files: taken in, given out to those who may see the record that holds it. */
export const filesModule: Module = {
  name: "files",
  migrations: uploadMigrations,
  routes: fileRoutes,
  jobs: { [DROP_UPLOAD]: dropOldUpload },
};
