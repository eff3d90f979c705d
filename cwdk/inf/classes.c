/* Device setup classes: name and GUID, from the public documentation of the classes that vendors may use, of those that
 * are reserved, of the file system filter classes, and from the samples' own. */
#include "cwdk/inf/check.h"

static const struct device_class classes[] = {
    {"AudioProcessingObject", "{5989fce8-9cd0-467d-8a6a-5419e31529d4}", CLASS_VENDOR},
    {"Battery", "{72631e54-78a4-11d0-bcf7-00aa00b7b32a}", CLASS_VENDOR},
    {"Biometric", "{53d29ef7-377c-4d14-864b-eb3a85769359}", CLASS_VENDOR},
    {"Bluetooth", "{e0cbf06c-cd8b-4647-bb8a-263b43f0f974}", CLASS_VENDOR},
    {"Camera", "{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}", CLASS_VENDOR},
    {"CDROM", "{4d36e965-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"DiskDrive", "{4d36e967-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Display", "{4d36e968-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Extension", "{e2f84ce7-8efa-411c-aa69-97454ca4cb57}", CLASS_VENDOR},
    {"FDC", "{4d36e969-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"FloppyDisk", "{4d36e980-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"HDC", "{4d36e96a-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"HIDClass", "{745a17a0-74d3-11d0-b6fe-00a0c90f57da}", CLASS_VENDOR},
    {"Dot4", "{48721b56-6795-11d2-b1a8-0080c72e74a2}", CLASS_VENDOR},
    {"Dot4Print", "{49ce6ac8-6f86-11d2-b1e5-0080c72e74a2}", CLASS_VENDOR},
    {"61883", "{7ebefbc0-3200-11d2-b4c2-00a0c9697d07}", CLASS_VENDOR},
    {"AVC", "{c06ff265-ae09-48f0-812c-16753d7cba83}", CLASS_VENDOR},
    {"SBP2", "{d48179be-ec20-11d1-b6b8-00c04fa372a7}", CLASS_VENDOR},
    {"1394", "{6bdd1fc1-810f-11d0-bec7-08002be2092f}", CLASS_VENDOR},
    {"Image", "{6bdd1fc6-810f-11d0-bec7-08002be2092f}", CLASS_VENDOR},
    {"Infrared", "{6bdd1fc5-810f-11d0-bec7-08002be2092f}", CLASS_VENDOR},
    {"Keyboard", "{4d36e96b-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"MediumChanger", "{ce5939ae-ebde-11d0-b181-0000f8753ec4}", CLASS_VENDOR},
    {"MTD", "{4d36e970-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Modem", "{4d36e96d-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Monitor", "{4d36e96e-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Mouse", "{4d36e96f-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Multifunction", "{4d36e971-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Media", "{4d36e96c-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"MultiportSerial", "{50906cb8-ba12-11d1-bf5d-0000f805f530}", CLASS_VENDOR},
    {"Net", "{4d36e972-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"NetClient", "{4d36e973-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"NetService", "{4d36e974-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"NetTrans", "{4d36e975-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"SecurityAccelerator", "{268c95a1-edfe-11d3-95c3-0010dc4050a5}", CLASS_VENDOR},
    {"PCMCIA", "{4d36e977-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Ports", "{4d36e978-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Printer", "{4d36e979-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"PNPPrinters", "{4658ee7e-f050-11d1-b6bd-00c04fa372a7}", CLASS_VENDOR},
    {"Processor", "{50127dc3-0f36-415e-a6cc-4cb3be910b65}", CLASS_VENDOR},
    {"SCSIAdapter", "{4d36e97b-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"Securitydevices", "{d94ee5d8-d189-4994-83d2-f68d7d41b0e6}", CLASS_VENDOR},
    {"Sensor", "{5175d334-c371-4806-b3ba-71fd53c9258d}", CLASS_VENDOR},
    {"SmartCardReader", "{50dd5230-ba8a-11d1-bf5d-0000f805f530}", CLASS_VENDOR},
    {"SoftwareComponent", "{5c4c3332-344d-483c-8739-259e934c9cc8}", CLASS_VENDOR},
    {"NvmeDisk", "{75416e63-5912-4dfa-ae8f-3efaccaffb14}", CLASS_VENDOR},
    {"Volume", "{71a27cdd-812a-11d0-bec7-08002be2092f}", CLASS_VENDOR},
    {"System", "{4d36e97d-e325-11ce-bfc1-08002be10318}", CLASS_VENDOR},
    {"TapeDrive", "{6d807884-7d21-11cf-801c-08002be10318}", CLASS_VENDOR},
    {"USBDevice", "{88bae032-5a81-49f0-bc3d-a4ff138216d6}", CLASS_VENDOR},
    {"WCEUSBS", "{25dbce51-6c8f-4a72-8a6d-b54c2b4fc835}", CLASS_VENDOR},
    {"WPD", "{eec5ad98-8080-425f-922a-dabf3de3f69a}", CLASS_VENDOR},
    {"Adapter", "{4d36e964-e325-11ce-bfc1-08002be10318}", CLASS_RESERVED},
    {"APMSupport", "{d45b1c18-c8fa-11d1-9f77-0000f805f530}", CLASS_RESERVED},
    {"Computer", "{4d36e966-e325-11ce-bfc1-08002be10318}", CLASS_RESERVED},
    {"Decoder", "{6bdd1fc2-810f-11d0-bec7-08002be2092f}", CLASS_RESERVED},
    {"1394Debug", "{66f250d6-7801-4a64-b139-eea80a450b24}", CLASS_RESERVED},
    {"Enum1394", "{c459df55-db08-11d1-b009-00a0c9081ff6}", CLASS_RESERVED},
    {"NoDriver", "{4d36e976-e325-11ce-bfc1-08002be10318}", CLASS_RESERVED},
    {"LegacyDriver", "{8ecc055d-047f-11d1-a537-0000f8753ed1}", CLASS_RESERVED},
    {"Unknown", "{4d36e97e-e325-11ce-bfc1-08002be10318}", CLASS_RESERVED},
    {"PrinterUpgrade", "{4d36e97a-e325-11ce-bfc1-08002be10318}", CLASS_RESERVED},
    {"PrintQueue", "{1ed2bbf9-11f0-4084-b21f-ad83a8e6dcdc}", CLASS_VENDOR},
    {"SoftwareDevice", "{62f9c741-b25a-46ce-b54c-9bccce08b6f2}", CLASS_VENDOR},
    {"AudioEndpoint", "{c166523c-fe0c-4a94-a586-f1a80cfbbf3e}", CLASS_VENDOR},
    {"Sound", "{4d36e97c-e325-11ce-bfc1-08002be10318}", CLASS_RESERVED},
    {"VolumeSnapshot", "{533c5b84-ec70-11d2-9505-00c04f79deaf}", CLASS_RESERVED},
    {"USB", "{36fc9e60-c465-11cf-8056-444553540000}", CLASS_VENDOR},
    {"ActivityMonitor", "{b86dff51-a31e-4bac-b3cf-e8cfe75c9fc2}", CLASS_VENDOR},
    {"Undelete", "{fe8f1572-c67a-48c0-bbac-0b5c6d66cafb}", CLASS_VENDOR},
    {"AntiVirus", "{b1d1a169-c54f-4379-81db-bee7d88d7454}", CLASS_VENDOR},
    {"Replication", "{48d3ebc4-4cf8-48ff-b869-9c68ad42eb9f}", CLASS_VENDOR},
    {"ContinuousBackup", "{71aa14f8-6fad-4622-ad77-92bb9d7e6947}", CLASS_VENDOR},
    {"ContentScreener", "{3e3f0674-c83c-4558-bb26-9820e1eba5c5}", CLASS_VENDOR},
    {"QuotaManagement", "{8503c911-a6c7-4919-8f79-5028f5866b0c}", CLASS_VENDOR},
    {"SystemRecovery", "{2db15374-706e-4131-a0c7-d7c78eb0289a}", CLASS_VENDOR},
    {"CFSMetadataServer", "{cdcf0939-b75b-4630-bf76-80f7ba655884}", CLASS_VENDOR},
    {"HSM", "{d546500a-2aeb-45f6-9482-f4b1799c3177}", CLASS_VENDOR},
    {"Compression", "{f3586baf-b5aa-49b5-8d6c-0569284c639f}", CLASS_VENDOR},
    {"Encryption", "{a0a701c0-a511-42ff-aa6c-06dc0395576f}", CLASS_VENDOR},
    {"Virtualization", "{f75a86c0-10d8-4c3a-b233-ed60e4cdfaac}", CLASS_VENDOR},
    {"PhysicalQuotaManagement", "{6a0a8e78-bba6-4fc4-a709-1e33cd09d67e}", CLASS_VENDOR},
    {"OpenFileBackup", "{f8ecafa6-66d1-41a5-899b-66585d7216b7}", CLASS_VENDOR},
    {"SecurityEnhancer", "{d02bc3da-0c8e-4945-9bd5-f1883c226c8c}", CLASS_VENDOR},
    {"CopyProtection", "{89786ff1-9c12-402f-9c9e-17753c7f4375}", CLASS_VENDOR},
    {"Sample", "{78a1c341-4539-11d3-b88d-00c04fad5171}", CLASS_SAMPLE},
    {"Toaster", "{b85b7c50-6a01-11d2-b841-00c04fad5171}", CLASS_SAMPLE},
};
#define CLASS_COUNT (sizeof classes / sizeof *classes)

const struct device_class *class_by_name(const char *name)
{
    for (size_t i = 0; i < CLASS_COUNT; i++)
        if (inf_same(classes[i].name, name))
            return &classes[i];
    return NULL;
}

const struct device_class *class_by_guid(const char *guid)
{
    for (size_t i = 0; i < CLASS_COUNT; i++)
        if (inf_same(classes[i].guid, guid))
            return &classes[i];
    return NULL;
}
