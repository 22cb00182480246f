using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Compat.AwsSdk;

/// <summary>The values that members hold, each read by the runtime's own unmarshaller of its type.</summary>
internal static class JsonReading
{
    public static string Text(this JsonUnmarshallerContext json, ref StreamingUtf8JsonReader at) =>
        StringUnmarshaller.Instance.Unmarshall(json, ref at);

    public static bool? Flag(this JsonUnmarshallerContext json, ref StreamingUtf8JsonReader at) =>
        NullableBoolUnmarshaller.Instance.Unmarshall(json, ref at);

    public static int? Int(this JsonUnmarshallerContext json, ref StreamingUtf8JsonReader at) =>
        NullableIntUnmarshaller.Instance.Unmarshall(json, ref at);

    public static double? Double(this JsonUnmarshallerContext json, ref StreamingUtf8JsonReader at) =>
        NullableDoubleUnmarshaller.Instance.Unmarshall(json, ref at);

    public static DateTime? Time(this JsonUnmarshallerContext json, ref StreamingUtf8JsonReader at) =>
        NullableDateTimeUnmarshaller.Instance.Unmarshall(json, ref at);

    public static List<string> Texts(this JsonUnmarshallerContext json, ref StreamingUtf8JsonReader at) =>
        new JsonListUnmarshaller<string, StringUnmarshaller>(StringUnmarshaller.Instance).Unmarshall(json, ref at);

    public static Dictionary<string, string> TextMap(
        this JsonUnmarshallerContext json, ref StreamingUtf8JsonReader at) =>
        json.Map(StringUnmarshaller.Instance, ref at);

    public static List<T> List<T>(
        this JsonUnmarshallerContext json, JsonShape<T> items, ref StreamingUtf8JsonReader at)
        where T : class, new() =>
        new JsonListUnmarshaller<T, JsonShape<T>>(items).Unmarshall(json, ref at);

    public static Dictionary<string, T> Map<T>(
        this JsonUnmarshallerContext json,
        IJsonUnmarshaller<T, JsonUnmarshallerContext> values,
        ref StreamingUtf8JsonReader at) =>
        new JsonDictionaryUnmarshaller<
            string, T, StringUnmarshaller, IJsonUnmarshaller<T, JsonUnmarshallerContext>>(
            StringUnmarshaller.Instance, values).Unmarshall(json, ref at);
}
