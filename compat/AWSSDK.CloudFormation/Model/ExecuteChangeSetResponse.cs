using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The reply of <c>ExecuteChangeSet</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html
/// </remarks>
public class ExecuteChangeSetResponse : AmazonWebServiceResponse;
