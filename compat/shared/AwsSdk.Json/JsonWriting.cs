using System.Text.Json;

namespace Compat.AwsSdk;

/// <summary>Members of a JSON object; one that is not set leaves no trace.</summary>
internal static class JsonWriting
{
    public static void Text(this Utf8JsonWriter json, string name, string value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Flag(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    public static void Int(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, List<string> values)
    {
        if (!Collections.IsSet(values))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static void TextMap(this Utf8JsonWriter json, string name, Dictionary<string, string> values)
    {
        if (!Collections.IsSet(values))
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    public static void Object<T>(this Utf8JsonWriter json, string name, T value, Action<T, Utf8JsonWriter> members)
        where T : class
    {
        if (value is null)
        {
            return;
        }

        json.WriteStartObject(name);
        members(value, json);
        json.WriteEndObject();
    }

    public static void List<T>(this Utf8JsonWriter json, string name, List<T> values, Action<T, Utf8JsonWriter> members)
        where T : class
    {
        if (!Collections.IsSet(values))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            if (value is not null)
            {
                members(value, json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
