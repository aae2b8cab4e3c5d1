/**
 * What is read of one incoming mail, bytes. SES takes in up to 40 MB (SES Developer Guide, "Service quotas"); base64 makes 18 MB of files into
 * 25 MB of mail, which is what common mailboxes send at most, and reading takes four times that in memory. A larger one is told so.
 */
export const MAIL_BYTES = 25 * 1024 * 1024;
