import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { bareContracts } from "./scripts/web/bare-contracts.mjs";
import { byPiece } from "./scripts/web/by-piece.mjs";
import { pageParts } from "./scripts/web/page-parts.mjs";

const api = process.env["SLUICE_API"] ?? "http://127.0.0.1:3000";
const parts = pageParts();

export default defineConfig({
  root: "src/apps/web",
  base: "/",
  plugins: [
    react(),
    byPiece(fileURLToPath(new URL("node_modules", import.meta.url))),
    bareContracts(),
    parts.plugin,
  ],
  build: {
    outDir: "../../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 800,
    reportCompressedSize: true,
    rolldownOptions: {
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
  server: { proxy: { "/api": { target: api, changeOrigin: false } } },
});
