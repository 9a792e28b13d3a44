import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const auditMessages = defineMessages({
  not_a_person: {
    "zh-CN": "只能对联系人、线索或成员提出。",
    en: "This can be asked for contacts, leads and people only.",
  },
  still_active: {
    "zh-CN": "请先停用该成员并移交其工作，再删除个人信息。",
    en: "Deactivate the person and hand over their work first.",
  },
  open_already: {
    "zh-CN": "已有一份未完成的删除申请。",
    en: "There is an unfinished erasure request already.",
  },
  not_open: { "zh-CN": "该申请已处理。", en: "This request has been decided already." },
  own_request: {
    "zh-CN": "删除须由申请人以外的人批准。",
    en: "Somebody other than who asked must approve an erasure.",
  },
  gone: { "zh-CN": "记录不存在，或您无权查看。", en: "The record does not exist, or you may not see it." },
  removed: {
    "zh-CN": "该记录已过回收站保留期限，内容已清除，不能恢复。",
    en: "This record was removed for good when its time in the recycle bin was over.",
  },
  no_export: { "zh-CN": "您没有导出的权限。", en: "You may not export." },
  malformed: { "zh-CN": "请求格式有误。", en: "The request is malformed." },
});
