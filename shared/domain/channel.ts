/** Ways on which citizens reach the hotline (kênh tiếp nhận 1022), and on which they are answered. */
export const CHANNELS = ['phone', 'email', 'sms', 'zalo', 'viber', 'skype', 'teams', 'web'] as const;
export type Channel = (typeof CHANNELS)[number];

/** On which a message can be written to somebody; a call and the web page only take in. */
export const MESSAGE_CHANNELS = ['email', 'sms', 'zalo', 'viber', 'skype', 'teams'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];
