using Amazon.Runtime.Internal.Transform;

namespace Compat.AwsSdk;

/// <summary>The values that elements hold, each read by the runtime's own unmarshaller of its type.</summary>
internal static class XmlReading
{
    public static string Text(this XmlUnmarshallerContext xml) => StringUnmarshaller.Instance.Unmarshall(xml);

    public static bool? Flag(this XmlUnmarshallerContext xml) => NullableBoolUnmarshaller.Instance.Unmarshall(xml);

    public static int? Int(this XmlUnmarshallerContext xml) => NullableIntUnmarshaller.Instance.Unmarshall(xml);

    public static DateTime? Time(this XmlUnmarshallerContext xml) =>
        NullableDateTimeUnmarshaller.Instance.Unmarshall(xml);
}
