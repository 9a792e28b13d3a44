import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** The program of a checkout on a database and a data directory, each process started and ended by itself. */
export function programIn(checkout, { database, data, port, admin }) {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: database,
    SLUICE_DATA_DIR: data,
    SLUICE_ADMIN_LOGIN: admin.login,
    SLUICE_ADMIN_PASSWORD: admin.password,
    SLUICE_LANGUAGE: "en",
    SLUICE_LOG_LEVEL: "warn",
    PORT: String(port),
  };
  const run = (args, more = {}) =>
    spawn(process.execPath, args, {
      cwd: checkout,
      env: { ...env, ...more },
      stdio: ["ignore", "pipe", "inherit"],
    });
  const living = new Set();
  return {
    /** Ends what still runs, whatever went wrong. */
    end: () => living.forEach((child) => child.kill("SIGKILL")),
    origin: `http://localhost:${port}`,
    /** A process of one role (all, web or worker), when it is ready. */
    async start(role) {
      const child = run([join("dist", "server", "web.mjs")], { SLUICE_ROLE: role });
      living.add(child);
      child.once("exit", () => living.delete(child));
      await Promise.race([
        once(child.stdout, "data"),
        once(child, "exit").then(() => Promise.reject(new Error(`the ${role} process ended`))),
      ]);
      child.stdout.resume();
      const end = async (signal) => {
        child.kill(signal);
        if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      };
      return { stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
    },
    /** A command of the program, e.g. `backup FILE`. */
    async command(name, ...args) {
      const child = run(["--import", "tsx", join("src", "apps", "server", `${name}.ts`), ...args]);
      child.stdout.pipe(process.stdout);
      const [code] = await once(child, "exit");
      if (code !== 0) throw new Error(`${name} ended with ${code}`);
    },
  };
}
