import { CommandRefused } from "../../platform/config/arguments-of.ts";
import type { Given } from "../../platform/config/read-arguments.mjs";
import { readSettings } from "../../platform/config/settings.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { openFileStore } from "../../platform/storage/file-store.ts";
import { type Moved, moveContents, type Moving } from "../../platform/storage/move-contents.ts";
import { openObjectStorage } from "../../platform/storage/open-files.ts";
import { parseS3, type S3Place, spellPlace } from "../../platform/storage/s3/place.ts";
import { say } from "../../shared/i18n/messages.ts";
import { filesMessages } from "./files.messages.ts";
import { type Ground, runOnGround } from "./run-beside.ts";

/**
 * npm run files -- --to PLACE: carries the contents of files from the data directory into an object storage,
 * or back, beside a program that goes on working.
 */
const command = {
  name: "npm run files",
  options: { to: filesMessages.place },
  usage: filesMessages.usage,
} as const;
const DIRECTORY = "directory";
const EVERY = 1000;

await runOnGround(command, whereTo, async (ground, language, to) => {
  const place = to === DIRECTORY ? ground.directory.files : to;
  console.log(say(filesMessages.running, language));
  let told = 0;
  const progress = (moved: Moved): void => {
    if (moved.copied < told + EVERY) return;
    told = moved.copied;
    console.log(say(filesMessages.progress, language, { copied: moved.copied, size: inMegabytes(moved) }));
  };
  const moving = await openBoth(ground, to);
  const moved = await moveContents({ ...moving, progress });
  const { copied, there, damaged } = moved;
  console.log(say(filesMessages.done, language, { copied, there, place, size: inMegabytes(moved) }));
  if (damaged.length > 0)
    console.error(
      say(filesMessages.damaged, language, { count: damaged.length, hashes: damaged.join(", ") }),
    );
  if (to === DIRECTORY) console.log(say(filesMessages.now_unset, language));
  else if (!moving.isTaken) console.log(say(filesMessages.now_switch, language, { place }));
  else if (damaged.length === 0) console.log(say(filesMessages.emptied, language));
  return damaged.length === 0;
});

function inMegabytes({ bytes }: Moved): string {
  return (bytes / 2 ** 20).toFixed(1);
}

function whereTo({ options: { to } }: Given<"to">): string {
  if (to === undefined) throw new CommandRefused(filesMessages.usage);
  const found = parseS3(to);
  if (!found && to !== DIRECTORY) throw new CommandRefused(filesMessages.bad_place, { place: to });
  return found ? spellPlace(found) : DIRECTORY;
}

/** The old place is emptied only where the program works on the new one already. */
async function openBoth({ settings, directory }: Ground, to: string): Promise<Moving> {
  const inDirectory = openFileStore(directory.files);
  const open = (place: S3Place) => openObjectStorage(directory.files, place);
  if (to === DIRECTORY) {
    if (!settings.files) throw new StartRefused(filesMessages.no_source);
    return { from: await open(settings.files), to: inDirectory, isTaken: false };
  }
  const { files } = readSettings({ ...process.env, SLUICE_FILES: to });
  if (!files) throw new CommandRefused(filesMessages.usage);
  const isTaken = settings.files !== undefined && spellPlace(settings.files) === to;
  return { from: inDirectory, to: await open(files), isTaken };
}
