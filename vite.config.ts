import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { bareContracts } from "./scripts/web/bare-contracts.mjs";
import { byPiece } from "./scripts/web/by-piece.mjs";
import { guidePages } from "./scripts/web/guide-pages.mjs";
import { leftOut } from "./scripts/web/left-out.mjs";
import { pageParts } from "./scripts/web/page-parts.mjs";

const api = process.env["SLUICE_API"] ?? "http://127.0.0.1:3000";
const parts = pageParts();

/**
 * A build puts the names of styles where they are used; a module nobody takes a name from any more would be left
 * out with all its rules.
 */
const stylesStay: Plugin = {
  name: "styles-stay",
  enforce: "post",
  apply: "build",
  transform: (code, id) =>
    id.endsWith(".module.css") ? { code, map: null, moduleSideEffects: "no-treeshake" } : null,
};

export default defineConfig({
  root: "src/apps/web",
  base: "/",
  plugins: [
    react(),
    guidePages(),
    byPiece(fileURLToPath(new URL("node_modules", import.meta.url))),
    bareContracts(),
    leftOut(),
    parts.plugin,
    stylesStay,
  ],
  css: { modules: { generateScopedName: "[local]-[hash:base64:3]" } },
  build: {
    outDir: "../../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 800,
    reportCompressedSize: true,
    rolldownOptions: {
      // Names of styles become plain texts; no chunk keeps a list of them.
      optimization: { inlineConst: true },
      // antd's parts do nothing when they are loaded, but most of their packages do not say so.
      treeshake: { moduleSideEffects: [{ test: /node_modules\/@rc-component\//, sideEffects: false }] },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: parts.partOf, debugName: "page parts" }],
        },
      },
    },
  },
  server: {
    proxy: { "/api": { target: api, changeOrigin: false }, "/p/": { target: api, changeOrigin: false } },
  },
});
