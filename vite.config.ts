import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env["SLUICE_API"] ?? "http://127.0.0.1:3000";

export default defineConfig({
  root: "src/apps/web",
  base: "/",
  plugins: [react()],
  build: {
    outDir: "../../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 800,
    reportCompressedSize: true,
  },
  server: { proxy: { "/api": { target: api, changeOrigin: false } } },
});
