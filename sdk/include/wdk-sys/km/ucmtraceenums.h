/*
 * Formats for trace messages of USB Type-C clients: %!UCM_POWER_ROLE! and its like. A source is not meant to include this file; it
 * is named to the trace preprocessor. Names of the enumerations: the public reference of ucmtypes.h and ucmucsippmrequests.h.
 */
// begin_wpp config
// CUSTOM_TYPE(UCM_CHARGING_STATE, ItemEnum(_UCM_CHARGING_STATE));
// CUSTOM_TYPE(UCM_DATA_ROLE, ItemEnum(_UCM_DATA_ROLE));
// CUSTOM_TYPE(UCM_PD_CONN_STATE, ItemEnum(_UCM_PD_CONN_STATE));
// CUSTOM_TYPE(UCM_PD_POWER_DATA_OBJECT_TYPE, ItemEnum(_UCM_PD_POWER_DATA_OBJECT_TYPE));
// CUSTOM_TYPE(UCM_POWER_ROLE, ItemEnum(_UCM_POWER_ROLE));
// CUSTOM_TYPE(UCM_TYPEC_CURRENT, ItemEnum(_UCM_TYPEC_CURRENT));
// CUSTOM_TYPE(UCM_TYPEC_OPERATING_MODE, ItemEnum(_UCM_TYPEC_OPERATING_MODE));
// CUSTOM_TYPE(UCM_TYPEC_PARTNER, ItemEnum(_UCM_TYPEC_PARTNER));
// CUSTOM_TYPE(UCMUCSI_PPM_IOCTL, ItemEnum(_UCMUCSI_PPM_IOCTL));
// end_wpp
