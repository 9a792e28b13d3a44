import type { Migration } from "../../../../platform/db/migration.ts";

export const messagesMigrations: readonly Migration[] = [
  {
    id: "0450_messages",
    scope: "workspace",
    statements: (schema) => [
      // What waits to be sent. A row is claimed for some minutes; `answer` is what the other side said when it
      // took the message, until the message's record says so, too.
      `create table ${schema}.message_queue (
        id uuid primary key, channel text not null, target uuid, event text not null, first_at timestamptz not null, due_at timestamptz not null,
        claimed_until timestamptz, tries integer not null default 0, answer text)`,
      `create index message_queue_due on ${schema}.message_queue (channel, due_at)`,
      `create index message_queue_open on ${schema}.message_queue (target, channel, event)`,
      // Which message of a channel tells of a notice: each notice once in each channel.
      `create table ${schema}.message_line (notification uuid not null, channel text not null, message uuid not null, primary key (notification, channel))`,
      `create index message_line_of on ${schema}.message_line (message)`,
      // What a message says that is no notice (a link, a code), sealed; gone once it is sent.
      `create table ${schema}.message_content (message uuid primary key, content bytea not null)`,
      // Addresses that a server has refused for good, in small letters, with its words.
      `create table ${schema}.refused_address (address text primary key, words text not null, at timestamptz not null default now())`,
      // The server for mails. "site" is the address by which an administrator last reached the program.
      `create table ${schema}.mail_settings (
        one boolean primary key default true check (one), host text, port integer not null default 587, security text not null default 'starttls', sign_in text,
        password bytea, sender text not null default '', site text)`,
      `insert into ${schema}.mail_settings default values`,
    ],
  },
  {
    id: "0451_message_preference",
    scope: "workspace",
    // How people want to be told of each kind of event; who has said nothing has no row.
    statements: (schema) => [
      `create table ${schema}.message_preference (user_id uuid primary key, value jsonb not null)`,
    ],
  },
  {
    id: "0452_robot_pace",
    scope: "workspace",
    // Before when a chat robot says nothing more.
    statements: (schema) => [
      `create table ${schema}.robot_pace (robot uuid primary key, next_at timestamptz not null)`,
    ],
  },
];
