import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const uploadMessages = defineMessages({
  upload_gone: {
    "zh-CN": "这次上传不存在，或已超过 24 小时。请重新上传。",
    en: "There is no such upload, or it is older than 24 hours. Upload the file again.",
  },
  upload_taken: {
    "zh-CN": "这个标识已用于另一个文件。",
    en: "This id is already used for another file.",
  },
  too_many_uploads: {
    "zh-CN": "你有 {max} 个未完成的上传，请先完成或放弃其中一些。",
    en: "You have {max} unfinished uploads. Finish or give up some first.",
  },
  larger_than: { "zh-CN": "文件超过 {max}。", en: "This is larger than {max}." },
  wrong_offset: {
    "zh-CN": "已收到 {offset} 字节，请从那里继续。",
    en: "{offset} bytes have come. Go on from there.",
  },
  unfinished: {
    "zh-CN": "文件还没有传完：{size} 字节中收到了 {offset}。",
    en: "The file has not come completely: {offset} of {size} bytes.",
  },
  digest_differs: {
    "zh-CN": "收到的内容与原文件不一致，请重新上传。",
    en: "What has come is not the file that was announced. Upload it again.",
  },
});
