/** The line on top of every mail to staff: whatever an answer quotes from it on was not written by the person who answers. */
export const REPLY_MARKER = '— Xin trả lời phía trên dòng này (please reply above this line) —';
