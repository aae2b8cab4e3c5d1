/** Where the channels' providers are reached in production; the local runtime puts stand-ins in their places. */
export const providerEndpoints = {
  zaloApi: 'https://openapi.zalo.me',
  zaloOauth: 'https://oauth.zaloapp.com',
  viberApi: 'https://chatapi.viber.com',
  botLogin: 'https://login.microsoftonline.com',
  botOpenId: 'https://login.botframework.com',
  smsGateway: 'https://rest.esms.vn',
} as const;
