using System.Collections;
using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Compat.AwsSdk;

/// <summary>Reads one member's value into the object that owns it.</summary>
internal delegate void JsonMember<in T>(T target, JsonUnmarshallerContext json, ref StreamingUtf8JsonReader at);

/// <summary>Reads a JSON object into a <typeparamref name="T"/>; members that it does not list are skipped.</summary>
internal sealed class JsonShape<T> : IJsonUnmarshaller<T, JsonUnmarshallerContext>, IEnumerable
    where T : class, new()
{
    private readonly List<(string Name, JsonMember<T> Read)> _members = [];

    public void Add(string name, JsonMember<T> read) => _members.Add((name, read));

    public T Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (context.IsEmptyResponse)
        {
            return null;
        }

        context.Read(ref reader);
        if (context.CurrentTokenType is JsonTokenType.Null)
        {
            return null;
        }

        var target = new T();
        ReadMembers(target, context, ref reader);
        return target;
    }

    /// <summary>Reads the members of the object whose first token was just read.</summary>
    public void ReadMembers(T target, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            foreach (var (name, read) in _members)
            {
                if (context.TestExpression(name, depth, ref reader))
                {
                    read(target, context, ref reader);
                    break;
                }
            }
        }
    }

    public IEnumerator GetEnumerator() => _members.GetEnumerator();
}
