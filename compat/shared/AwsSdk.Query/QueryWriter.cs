using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace Compat.AwsSdk;

/// <summary>Writes a Query request: a form field a value, names joined by dots, lists as <c>member.N</c>.</summary>
internal sealed class QueryWriter(IRequest http, string prefix = "")
{
    /// <summary>Writes a whole request into the form that the request carries.</summary>
    public static void Write<T>(IRequest http, string action, string version, T request, Action<T, QueryWriter> members)
    {
        http.HttpMethod = "POST";
        http.Parameters.Add("Action", action);
        http.Parameters.Add("Version", version);
        members(request, new QueryWriter(http));
        http.ContentStream = AWSSDKUtils.WriteParametersToPooledStream(http);
    }

    public void Text(string name, string value)
    {
        if (value is not null)
        {
            http.Parameters.Add(prefix + name, StringUtils.FromString(value));
        }
    }

    public void Flag(string name, bool? value)
    {
        if (value is { } flag)
        {
            http.Parameters.Add(prefix + name, StringUtils.FromBool(flag));
        }
    }

    public void Int(string name, int? value)
    {
        if (value is { } number)
        {
            http.Parameters.Add(prefix + name, StringUtils.FromInt(number));
        }
    }

    public void Texts(string name, List<string> values)
    {
        if (!WriteEmpty(name, values))
        {
            return;
        }

        for (var i = 0; i < values.Count; i++)
        {
            http.Parameters.Add($"{prefix}{name}.member.{i + 1}", StringUtils.FromString(values[i]));
        }
    }

    public void TextMap(string name, Dictionary<string, string> values)
    {
        if (!Collections.IsSet(values))
        {
            return;
        }

        var number = 0;
        foreach (var (key, value) in values)
        {
            number++;
            http.Parameters.Add($"{prefix}{name}.entry.{number}.key", StringUtils.FromString(key));
            http.Parameters.Add($"{prefix}{name}.entry.{number}.value", StringUtils.FromString(value));
        }
    }

    public void Object<T>(string name, T value, Action<T, QueryWriter> members)
        where T : class
    {
        if (value is not null)
        {
            members(value, new QueryWriter(http, $"{prefix}{name}."));
        }
    }

    public void List<T>(string name, List<T> values, Action<T, QueryWriter> members)
        where T : class
    {
        if (!WriteEmpty(name, values))
        {
            return;
        }

        for (var i = 0; i < values.Count; i++)
        {
            members(values[i], new QueryWriter(http, $"{prefix}{name}.member.{i + 1}."));
        }
    }

    // A list that is set and empty clears the stored one: it travels as a field without a value.
    private bool WriteEmpty<T>(string name, List<T> values)
    {
        if (!Collections.IsSet(values))
        {
            return false;
        }

        if (values.Count == 0)
        {
            http.Parameters.Add(prefix + name, "");
        }

        return true;
    }
}
