using System.Collections;
using Amazon.Runtime.Internal.Transform;

namespace Compat.AwsSdk;

/// <summary>Reads an XML element into a <typeparamref name="T"/>; children that it does not list are skipped.</summary>
internal sealed class XmlShape<T> : IEnumerable
    where T : class, new()
{
    // A name is a path below the element: "StackName", or "Tags/member" for each item of a list.
    private readonly List<(string Path, Action<T, XmlUnmarshallerContext> Read)> _members = [];

    public void Add(string path, Action<T, XmlUnmarshallerContext> read) => _members.Add((path, read));

    public T Read(XmlUnmarshallerContext xml)
    {
        var target = new T();
        ReadMembers(target, xml);
        return target;
    }

    /// <summary>Reads the children of the element that the context stands on.</summary>
    public void ReadMembers(T target, XmlUnmarshallerContext xml)
    {
        var depth = xml.CurrentDepth;
        var memberDepth = xml.IsStartOfDocument ? depth + 3 : depth + 1;
        while (xml.ReadAtDepth(depth))
        {
            if (!xml.IsStartElement)
            {
                continue;
            }

            foreach (var (path, read) in _members)
            {
                if (xml.TestExpression(path, memberDepth))
                {
                    read(target, xml);
                    break;
                }
            }
        }
    }

    public IEnumerator GetEnumerator() => _members.GetEnumerator();
}
