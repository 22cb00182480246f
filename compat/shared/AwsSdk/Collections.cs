using System.Collections;
using Amazon;

namespace Compat.AwsSdk;

/// <summary>When a collection counts as set.</summary>
internal static class Collections
{
    // With AWSConfigs.InitializeCollections a collection is never null, so an empty one says nothing.
    public static bool IsSet(ICollection values) =>
        values is not null && (values.Count > 0 || !AWSConfigs.InitializeCollections);
}
