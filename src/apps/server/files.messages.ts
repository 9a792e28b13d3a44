import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const filesMessages = defineMessages({
  place: label("s3://存储桶/前缀 或 directory", "s3://bucket/prefix or directory"),
  usage: label(
    "用法：npm run files -- --to s3://存储桶/前缀，或 npm run files -- --to directory",
    "Usage: npm run files -- --to s3://bucket/prefix, or npm run files -- --to directory",
  ),
  bad_place: label(
    "“{place}”不是 s3://存储桶/前缀，也不是 directory。",
    "“{place}” is neither s3://bucket/prefix nor directory.",
  ),
  no_source: label(
    "要移回数据目录，请设置 SLUICE_FILES 指明附件现在的位置。",
    "To move back into the data directory, set SLUICE_FILES to where the files are now.",
  ),
  running: label("正在移动附件，程序可照常使用…", "Moving files. You can keep using the program…"),
  progress: label("已复制 {copied} 个（{size} MB）…", "{copied} copied ({size} MB)…"),
  done: label(
    "完成：复制 {copied} 个文件（{size} MB），另有 {there} 个原本就在 {place}。",
    "Done: {copied} {copied|file|files} copied ({size} MB), {there} were in {place} already.",
  ),
  damaged: label(
    "{count} 个文件的内容与指纹不符，保留在原处：{hashes}",
    "{count} {count|file does|files do} not hold what the digest says and stay where they are: {hashes}",
  ),
  now_switch: label(
    "旧位置未改动。请设置 SLUICE_FILES={place} 并重新启动程序，然后再运行一次本命令，移走期间新增的文件并清空旧位置。",
    "The old place is unchanged. Set SLUICE_FILES={place}, restart the program, and run this command once more: it carries over what came meanwhile and empties the old place.",
  ),
  now_unset: label(
    "请停止程序，再运行一次本命令，然后去掉 SLUICE_FILES 并启动程序。对象存储中的内容不会删除，请自行清理。",
    "Stop the program, run this command once more, then start it without SLUICE_FILES. What is in the object storage is not deleted: remove it yourself.",
  ),
  emptied: label("旧位置已清空。", "The old place is empty."),
});
