import type { ChannelSecrets } from '../../../shared/contracts/channel-secrets.ts';

/** What we and the stand-ins agree on. No secret: there is nothing behind them but the stand-ins. */
export const standInSecrets: Required<ChannelSecrets> = {
  zalo: {
    appId: '50554360515256678',
    appSecret: 'stand-in-zalo-app-secret',
    oaSecretKey: 'ZALO_OA_SECRET_FOR_TESTS',
    oaId: '1646843870823903717',
  },
  viber: { authToken: '44dafb7e0f40021e-61a47a1e6778d187-f2c5a676a07050b3', senderName: 'Tổng đài 1022' },
  bot: { appId: '11111111-2222-3333-4444-555555555555', appPassword: 'stand-in-bot-password' },
  smsGateway: { keys: { g1: 'stand-in-sms-gateway-key-of-32-characters' } },
  esms: {
    apiKey: 'stand-in-esms-api-key',
    secretKey: 'stand-in-esms-secret-key',
    brandname: 'TD1022',
    callbackKey: 'stand-in-esms-callback-key-of-32-characters',
  },
  awsSms: { originationIdentity: 'TD1022', maxPrice: '0.20' },
  phoneExchange: { keys: { e1: 'stand-in-phone-exchange-key-of-32-characters' } },
};
